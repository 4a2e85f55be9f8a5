import { elementIn, elementsIn, parseXml, type XmlElement } from '../../docx/xml-tree';
import { greatest } from '../../lists';
import { escapeXml } from '../xml';
import { TemplateNumbers } from './numbers';
import { type Ours, partFor, textOf } from './ours';
import { inserted, type Parts, withNamespaces } from './parts';
import type { Roles, TemplateList } from './roles';

/** Our lists in the template's numbering: our instance's id → the new one, and the template's styles for it. */
export type Numbers = ReadonlyMap<
  string,
  { readonly id: string; readonly levels: readonly TemplateList[] | undefined }
>;

/** Adds our numbering to the template's. */
export function addNumbering(parts: Parts, ours: Ours, roles: Roles): Numbers {
  const own = parseXml(textOf(ours, 'word/numbering.xml'));
  const name = partFor(parts, 'numbering');
  const theirs = parts.root(name) ?? parseXml(EMPTY_NUMBERING);
  const theirText = parts.text(name) ?? EMPTY_NUMBERING;
  const max = (element: XmlElement, child: string, id: string): number =>
    greatest(
      elementsIn(element, child).map((one) => Number(one.attributes[id]) || 0),
      0,
    );
  const abstractOffset = max(theirs, 'w:abstractNum', 'w:abstractNumId') + 1;
  const numOffset = max(theirs, 'w:num', 'w:numId') + 1;
  const ownText = textOf(ours, 'word/numbering.xml');
  const slice = (element: XmlElement): string => ownText.slice(element.start, element.end);

  const abstracts = elementsIn(own, 'w:abstractNum')
    .map((one) =>
      slice(one).replace(/(w:abstractNumId=")(\d+)/, (_, start, id) => start + (Number(id) + abstractOffset)),
    )
    .join('');
  const numbers = new Map<string, { id: string; levels: readonly TemplateList[] | undefined }>();
  const theirNumbers = new TemplateNumbers(theirs);
  let nums = '';
  for (const num of elementsIn(own, 'w:num')) {
    const id = num.attributes['w:numId']!;
    const newId = String(Number(id) + numOffset);
    const shape = shapeOf(own, num);
    const levels = shape.kind === 'bullets' ? roles.bullets : shape.kind === 'numbers' ? roles.numbers : [];
    const restarted =
      shape.kind === 'numbers' ? restart(theirNumbers, levels[0], newId, shape.start) : undefined;
    const usable = levels.length > 0 && (shape.kind === 'bullets' || restarted !== undefined);
    nums +=
      restarted ??
      slice(num)
        .replace(/(w:numId=")\d+/, `$1${newId}`)
        .replace(
          /(<w:abstractNumId w:val=")(\d+)/,
          (_, start, abstract) => start + (Number(abstract) + abstractOffset),
        );
    numbers.set(id, { id: newId, levels: usable ? levels : undefined });
  }
  const firstNum = elementsIn(theirs, 'w:num')[0];
  const lastNum = elementsIn(theirs, 'w:num').at(-1);
  const lastAbstract = elementsIn(theirs, 'w:abstractNum').at(-1);
  const tail = elementsIn(theirs).find(
    (one) => one.name === 'w:numIdMacAtCleanup' || one.name === 'mc:AlternateContent',
  );
  const end = tail?.start ?? theirs.close;
  const isEmpty = theirs.close === theirs.end;
  const merged = isEmpty
    ? inserted(theirText, theirs, abstracts + nums)
    : splicedAt(theirText, [
        { at: firstNum?.start ?? lastAbstract?.end ?? end, xml: abstracts },
        { at: lastNum?.end ?? firstNum?.start ?? lastAbstract?.end ?? end, xml: nums },
      ]);
  parts.set(name, withNamespaces(merged, parseXml(merged), own));
  return numbers;
}

const EMPTY_NUMBERING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>';

function splicedAt(
  text: string,
  additions: readonly { readonly at: number; readonly xml: string }[],
): string {
  let out = '';
  let from = 0;
  for (const { at, xml } of additions) {
    out += text.slice(from, at) + xml;
    from = at;
  }
  return out + text.slice(from);
}

/** What kind of list one of our instances is. */
function shapeOf(
  own: XmlElement,
  num: XmlElement,
): { readonly kind: 'bullets' | 'numbers' | 'other'; readonly start: string } {
  const abstractId = elementIn(num, 'w:abstractNumId')?.attributes['w:val'];
  const abstract = elementsIn(own, 'w:abstractNum').find(
    (one) => one.attributes['w:abstractNumId'] === abstractId,
  );
  const level = elementsIn(abstract, 'w:lvl')[0];
  const format = elementIn(level, 'w:numFmt')?.attributes['w:val'];
  const shown = elementIn(level, 'w:lvlText')?.attributes['w:val'];
  const second = elementIn(elementsIn(abstract, 'w:lvl')[1], 'w:lvlText')?.attributes['w:val'] ?? '';
  const start = elementIn(level, 'w:start')?.attributes['w:val'] ?? '1';
  if (format === 'bullet') return { kind: shown === '\u00a0' ? 'other' : 'bullets', start };
  return { kind: second.includes('%1') ? 'other' : 'numbers', start };
}

/** An instance of the template's own numbers that begins afresh; undefined where those are not plain numbers. */
function restart(
  theirs: TemplateNumbers,
  list: TemplateList | undefined,
  id: string,
  start: string,
): string | undefined {
  if (list === undefined) return undefined;
  const abstractId = theirs.abstractId(list.numId);
  const level = theirs.levels(list.numId).find((one) => one.attributes['w:ilvl'] === list.level);
  if (elementIn(level, 'w:numFmt')?.attributes['w:val'] !== 'decimal') return undefined;
  return (
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${escapeXml(abstractId ?? '')}"/>` +
    `<w:lvlOverride w:ilvl="${escapeXml(list.level)}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`
  );
}
