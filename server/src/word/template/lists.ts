import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  removal,
  type Splice,
  valueIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { linksOf, type StyleLink } from '../lists/linked-styles';
import { Numbers } from '../lists/numbering-ids';
import { type Parts, rootXml, withNamespaces } from '../package/parts';
import type { DocumentXml } from '../writing/document-xml';
import { escapeXml } from '../xml-text';
import { highestId } from './notes';
import type { Roles } from './roles';

/** An item of a list in the template's own list style. */
interface TemplateItem {
  readonly style: string;
  readonly num: string;
  readonly level: string;
  /** The indent, if it is greater than that of the style; empty otherwise. */
  readonly indent: string;
}

/** By the id of a list: its id in the template's numbering, and the template's list styles by level. */
export type NewNumbers = ReadonlyMap<
  string,
  { readonly id: string; readonly items: ReadonlyMap<string, TemplateItem> }
>;

/** Adds the draft's numbering to that of the template. */
export function addNumbering(parts: Parts, ours: DocumentXml, roles: Roles): NewNumbers {
  const { numbering: ownText } = ours;
  const own = parseXml(ownText);
  const name = parts.ensure('numbering', rootXml('numbering', ''));
  // An empty element gets an end tag, before which lists go.
  parts.append(name, '');
  const theirs = parts.root(name)!;
  const theirText = parts.text(name)!;
  const abstractOffset = highestId(theirs, 'w:abstractNum', 'w:abstractNumId') + 1;
  const numOffset = highestId(theirs, 'w:num', 'w:numId') + 1;
  const slice = (element: XmlElement): string => ownText.slice(element.start, element.end);

  const abstracts = elementsIn(own, 'w:abstractNum')
    .map((one) =>
      slice(one)
        .replace(/(w:abstractNumId=")(\d+)/, (_, start, id) => start + (Number(id) + abstractOffset))
        .replace(/(<w:pStyle w:val=")([^"]*)/g, (_, start, style) => start + (roles.ids.get(style) ?? style)),
    )
    .join('');
  const numbers = new Map<string, { id: string; items: ReadonlyMap<string, TemplateItem> }>();
  const ownNumbers = new Numbers(own);
  const theirNumbers = new Numbers(theirs);
  const used = levelsUsed(ours);
  let nums = '';
  for (const num of elementsIn(own, 'w:num')) {
    const oldId = num.attributes['w:numId']!;
    const id = String(Number(oldId) + numOffset);
    const items = new Map<string, TemplateItem>();
    const definition = elementIn(num, 'w:abstractNumId')!.attributes['w:val']!;
    const levels = ownNumbers.levels(oldId);
    const starts = elementsIn(num, 'w:lvlOverride');
    const isPlain = starts.length === 0 && levels.every((level) => kindOf(level) !== 'numbers');
    let base = String(Number(definition) + abstractOffset);
    let overrides = starts.map(slice).join('');
    for (const at of used.get(oldId) ?? []) {
      const level = levels[at]!;
      const kind = kindOf(level);
      const list =
        kind === 'bullets' ? roles.bullets[at] : kind === 'numbers' ? roles.numbers[at] : undefined;
      const theirLevel = list && theirNumbers.level(list.numId, list.level);
      if (list === undefined || theirLevel === undefined) continue;
      const indent = furtherIn(levels, level, slice);
      if (isPlain) {
        items.set(String(at), { style: list.style, num: list.numId, level: list.level, indent });
        continue;
      }
      // Further levels of numbers keep their own look.
      if (
        kind === 'numbers' &&
        !(at === 0 && list.level === '0' && valueIn(theirLevel, 'w:numFmt') === 'decimal')
      )
        continue;
      if (kind === 'numbers') base = theirNumbers.abstractId(list.numId)!;
      else overrides += override(at, theirText.slice(theirLevel.start, theirLevel.end));
      items.set(String(at), { style: list.style, num: id, level: String(at), indent });
    }
    if (base !== String(Number(definition) + abstractOffset))
      for (const at of used.get(oldId) ?? [])
        if (at > 0 && items.get(String(at)) === undefined) overrides += override(at, slice(levels[at]!));
    nums += `<w:num w:numId="${id}"><w:abstractNumId w:val="${escapeXml(base)}"/>${overrides}</w:num>`;
    numbers.set(oldId, { id, items });
  }
  const theirNums = elementsIn(theirs, 'w:num');
  const lastAbstract = elementsIn(theirs, 'w:abstractNum').at(-1);
  const tail = elementsIn(theirs).find(
    (one) => one.name === 'w:numIdMacAtCleanup' || one.name === 'mc:AlternateContent',
  );
  const end = tail?.start ?? theirs.close;
  parts.splice(name, [
    ...unlinked(theirs, linksOf(own), roles),
    insertion(theirNums[0]?.start ?? lastAbstract?.end ?? end, abstracts),
    insertion(theirNums.at(-1)?.end ?? lastAbstract?.end ?? end, nums),
  ]);
  parts.set(name, withNamespaces(parts.text(name)!));
  return numbers;
}

function insertion(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

/** Unlinks styles from levels of the template if the draft's levels use them, as a style belongs to one level. */
function unlinked(theirs: XmlElement, links: readonly StyleLink[], roles: Roles): Splice[] {
  const taken = new Set(links.map(({ style }) => roles.ids.get(style)));
  return [...descendants(theirs, 'w:pStyle')]
    .filter(({ attributes }) => taken.has(attributes['w:val']))
    .map(removal);
}

/** The levels of each list that have items, in order. */
function levelsUsed({ body, notes }: DocumentXml): ReadonlyMap<string, readonly number[]> {
  const used = new Map<string, Set<number>>();
  for (const xml of [body, ...notes.contents])
    for (const [, level, num] of xml.matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g))
      used.set(num!, (used.get(num!) ?? new Set()).add(Number(level)));
  return new Map([...used].map(([num, levels]) => [num, [...levels].sort()]));
}

/** The kind of a level; “other” for sections and the like, which have styles of their own. */
function kindOf(level: XmlElement): 'bullets' | 'numbers' | 'other' {
  if (valueIn(level, 'w:numFmt') === 'bullet')
    return valueIn(level, 'w:lvlText') === '\u00a0' ? 'other' : 'bullets';
  return elementIn(level, 'w:pStyle') === undefined ? 'numbers' : 'other';
}

/** The indent of an item whose list is indented as a whole, such as one below a numbered paragraph; empty for others. */
function furtherIn(
  levels: readonly XmlElement[],
  level: XmlElement,
  slice: (element: XmlElement) => string,
): string {
  const first = elementIn(levels[0], 'w:pPr', 'w:ind')?.attributes;
  return first?.['w:left'] === first?.['w:hanging'] ? '' : slice(elementIn(level, 'w:pPr', 'w:ind')!);
}

/** The definition of a level for a single list. */
function override(level: number, definition: string): string {
  const own = definition.replace(/(\sw:ilvl=")[^"]*/, `$1${level}`).replace(/<w:pStyle\b[^<>]*\/>/g, '');
  return `<w:lvlOverride w:ilvl="${level}">${own}</w:lvlOverride>`;
}
