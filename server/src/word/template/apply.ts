import type { By } from '../../criticmarkup/types';
import {
  descendants,
  elementIn,
  elementsIn,
  parseXml,
  removal,
  type Splice,
  textIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { withCountry } from '../../draft/language-tags';
import { words } from '../../util/lists';
import { NAME } from '../../util/version';
import { inserted, type Parts, PROPERTIES, WORD } from '../package/parts';
import { placed } from '../package/schema-order';
import type { DocumentXml } from '../writing/document-xml';
import { escapeXml } from '../xml-text';
import { merge } from './merge';
import { findSlot } from './page';
import { changedValue, fillPlaceholders, wordsOf } from './placeholders';
import { quoteTitle } from './quoted-headings';
import type { ReadyTemplate } from './read';

interface Filling {
  readonly language: string;
  /** The properties of the document: `docProps/core.xml` and `docProps/app.xml`. */
  readonly core: string;
  readonly app: string;
  /** Returns the text for a placeholder, by its name in lower case. */
  value(name: string): string | undefined;
  /** If changes are shown: the texts in the earlier version, and the author of the changes. */
  readonly before?: { readonly by: By; value(name: string): string | undefined } | undefined;
  warn(message: string): void;
}

/** Adds a document to the content of the template, and fills in the template's placeholders. */
export function applyTemplate(ready: ReadyTemplate, ours: DocumentXml, filling: Filling): Parts {
  const parts = ready.parts.copy();
  const missing = new Set<string>();
  // Before the draft's text is inserted, because that may mention placeholders itself.
  for (const name of parts.textParts)
    parts.splice(name, placeholderSplices(parts.root(name)!, parts.text(name)!, filling, missing));
  for (const name of missing) {
    filling.warn(`The template asks for {{${name}}}, which the details at the top of the draft do not give`);
  }
  const slot = findSlot(parts.root(parts.main)!, ready.slot.placeholders);
  merge(parts, ours, slot, ready.roles);
  quoteTitle(parts, filling.value('title') ?? '');
  setLanguage(parts, filling.language);
  setProperties(parts, filling);
  settle(parts);
  return parts;
}

function placeholderSplices(
  root: XmlElement,
  source: string,
  filling: Filling,
  missing: Set<string>,
): Splice[] {
  const { before } = filling;
  const hasNoStatus = filling.value(STATUS) === undefined && before?.value(STATUS) === undefined;
  const value = (name: string): string | undefined => {
    if (name === 'body') return undefined;
    if (name === STATUS && hasNoStatus) return '';
    const found = filling.value(name);
    if (found === undefined) missing.add(name);
    const now = found ?? `[insert ${name}]`;
    return before === undefined ? now : changedValue(before.value(name) ?? `[insert ${name}]`, now);
  };
  const filled = fillPlaceholders(root, source, value, before?.by);
  if (!hasNoStatus) return filled;
  const lines = elementsIn(elementIn(root, 'w:body')).filter(({ name }) => name === 'w:p');
  const gone = lines.filter((line) => STATUS_LINE.test(wordsOf(line)) && isPlain(line, source));
  if (gone.length === lines.length) return filled;
  const isGone = ({ start, end }: Splice): boolean =>
    gone.some((one) => one.start <= start && end <= one.end);
  return [...filled.filter((one) => !isGone(one)), ...gone.map(removal)];
}

/** Whether nothing begins or ends in a paragraph that goes beyond it: a section, a bookmark, a field. */
function isPlain(line: XmlElement, source: string): boolean {
  return (
    elementIn(line, 'w:pPr', 'w:sectPr') === undefined &&
    elementsIn(line).every(({ name }) => name === 'w:pPr' || name === 'w:r' || name === 'w:proofErr') &&
    !source.slice(line.start, line.end).includes('w:fldChar')
  );
}

/** The one detail that a new draft does not have, as few papers need it: without it, nothing is to be filled in. */
const STATUS = 'status';

/** A line of a template that has nothing but its label. */
const STATUS_LINE = /^[^{}]{0,40}\{\{\s{0,20}status\s{0,20}\}\}\s*$/i;

/** Sets the language of the document to that of the draft, a tag such as `cy`. */
function setLanguage(parts: Parts, tag: string): void {
  const language = withCountry(tag);
  const name = parts.related('styles')!;
  const root = parts.root(name)!;
  const splices = Array.from(descendants(root, 'w:lang'), ({ attributes, start, end }): Splice => {
    const all = Object.entries({ ...attributes, 'w:val': language });
    return {
      start,
      end,
      text: `<w:lang${all.map(([key, tag]) => ` ${key}="${escapeXml(tag)}"`).join('')}/>`,
    };
  });
  const lang = `<w:lang w:val="${language}"/>`;
  const defaults = elementIn(root, 'w:docDefaults');
  const run = elementIn(defaults, 'w:rPrDefault', 'w:rPr');
  const inRun = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`;
  if (defaults === undefined)
    splices.push(placed(root, 'w:docDefaults', `<w:docDefaults>${inRun}</w:docDefaults>`));
  else if (run === undefined) splices.push(placed(defaults, 'w:rPrDefault', inRun));
  else if (elementIn(run, 'w:lang') === undefined) splices.push(placed(run, 'w:lang', lang));
  parts.splice(name, splices);
}

/** Sets the properties of the document. Those of the template stay if the draft has none, except for dates. */
function setProperties(parts: Parts, { core, app }: Filling): void {
  const own = parseXml(core);
  const theirs = parts.root(PROPERTIES.core.name);
  const added = [...KEPT]
    .filter((name) => elementIn(own, name) === undefined)
    .flatMap((name) => {
      const kept = elementIn(theirs, name);
      const value = kept === undefined ? '' : textIn(kept);
      return value === '' ? [] : [`<${name}>${escapeXml(value)}</${name}>`];
    })
    .join('');
  parts.setProperties('core', inserted(core, own, added));
  const { name } = PROPERTIES.extended;
  const root = parts.root(name);
  if (root === undefined || root.open === root.end) {
    parts.setProperties('extended', app);
    return;
  }
  const removed = elementsIn(root)
    .filter((one) => STALE.test(one.name.replace(/^.*:/, '')))
    .map(removal);
  const prefix = root.name.includes(':') ? `${root.name.split(':')[0]}:` : '';
  const mark = `<${prefix}Application>${NAME}</${prefix}Application>`;
  parts.splice(name, [...removed, { start: root.open, end: root.open, text: mark }]);
}

/** Properties of the template that stay if the draft has none. */
const KEPT = words('dc:subject dc:creator cp:keywords dc:description cp:category dc:title cp:contentStatus');

/** Properties of the template that are wrong for the document: counts of pages, the base of relative links. */
const STALE =
  /^(?:Application|AppVersion|Pages|Words|Characters|CharactersWithSpaces|Lines|Paragraphs|TotalTime|HeadingPairs|TitlesOfParts|Template|HyperlinkBase|HLinks)$/;

/** Turns the template into a document, and prevents Word from asking whether to update fields. */
function settle(parts: Parts): void {
  parts.declare(parts.main, `${WORD}.document.main+xml`);
  const settings = parts.related('settings') ?? '';
  parts.splice(settings, elementsIn(parts.root(settings), 'w:updateFields').map(removal));
}
