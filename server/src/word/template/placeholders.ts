import { changedWords } from '../../align/changed-words';
import type { By } from '../../criticmarkup/types';
import {
  descendants,
  elementIn,
  elementsIn,
  type Splice,
  textIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { unfilledIn } from '../../draft/unfilled';
import { words } from '../../util/lists';
import { textXml } from '../markup/runs';
import { changeEnd, changeStart } from '../package/tracked';
import { clean } from '../xml-text';
import { TemplateError } from './part';

const PLACEHOLDER = /\{\{\s{0,20}([A-Za-z][\w. -]{0,60}?)\s{0,20}\}\}/g;

/** The most placeholders in one part of a template. */
export const MOST_PLACEHOLDERS = 2000;

export function tooManyPlaceholders(): TemplateError {
  return new TemplateError('it has more placeholders than a template can need', 'without');
}

/** The names of the placeholders in a paragraph: `{{body}}` → `body`. */
export function placeholdersIn(paragraph: XmlElement): string[] {
  return [...wordsOf(paragraph).matchAll(PLACEHOLDER)].map((found) => found[1]!.toLowerCase());
}

/** The text of a paragraph, without text boxes in it. */
export function wordsOf(paragraph: XmlElement): string {
  return runTextsOf(paragraph)
    .map(({ text }) => textIn(text))
    .join('');
}

/** The `w:t` elements of a paragraph, but not of paragraphs inside it, each with its run. */
function runTextsOf(element: XmlElement, run?: XmlElement, out: RunText[] = []): readonly RunText[] {
  for (const child of elementsIn(element)) {
    if (child.name !== 'w:t') {
      if (child.name !== 'w:p' && child.name !== 'w:txbxContent')
        runTextsOf(child, child.name === 'w:r' ? child : run, out);
    } else if (run !== undefined) out.push({ text: child, run });
  }
  return out;
}

interface RunText {
  readonly text: XmlElement;
  readonly run: XmlElement;
}

/** The characters that begin and end a change in the text for a placeholder, which no text has. */
const ENDS = { ins: ['\uFDD0', '\uFDD1'], del: ['\uFDD2', '\uFDD3'] } as const;
const ALL_ENDS = /[\uFDD0-\uFDD3]/g;

/** The text for a placeholder, with its changes since an earlier version. */
export function changedValue(was: string, now: string): string {
  return changedWords(was.replace(ALL_ENDS, ''), now.replace(ALL_ENDS, ''))
    .map(({ kind, text }) => (kind === 'same' ? text : `${ENDS[kind][0]}${text}${ENDS[kind][1]}`))
    .join('');
}

/**
 * The edits that fill in the placeholders of a part. As Word often splits a text into runs, a value has the format of the
 * run in which its placeholder begins.
 *
 * @param source the XML that `root` was read from
 * @param value returns the text for a name, in lower case; undefined to leave the placeholder as it is
 * @param by the author of changes in the values, if there may be any
 */
export function fillPlaceholders(
  root: XmlElement,
  source: string,
  value: (name: string) => string | undefined,
  by?: By,
): Splice[] {
  const splices: Splice[] = [];
  for (const paragraph of descendants(root, 'w:p')) {
    const pieces = runTextsOf(paragraph);
    const values = pieces.map(({ text }) => textIn(text));
    const whole = values.join('');
    if (!whole.includes('{{')) continue;
    const found = [...whole.matchAll(PLACEHOLDER)].flatMap((match) => {
      const text = value(match[1]!.toLowerCase());
      return text === undefined
        ? []
        : [{ start: match.index, end: match.index + match[0].length, text: clean(text) }];
    });
    if (found.length === 0) continue;
    let offset = 0;
    let first = 0;
    for (const [at, { text, run }] of pieces.entries()) {
      const own = values[at]!;
      // Only placeholders that overlap this text.
      while (first < found.length && found[first]!.end <= offset) first++;
      let behind = first;
      while (behind < found.length && found[behind]!.start < offset + own.length) behind++;
      const changed = replaced(own, offset, found.slice(first, behind));
      offset += own.length;
      if (changed !== own)
        splices.push({ start: text.start, end: text.end, text: runXml(changed, run, source, by) });
    }
  }
  return splices;
}

/** Properties of a run in the order of the schema: those between `w:color` and `w:highlight`, and those behind both. */
const BEHIND_COLOUR = words('w:spacing w:w w:kern w:position w:sz w:szCs');
const BEHIND_HIGHLIGHT = words(
  'w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout w:specVanish w:oMath w:rPrChange',
);

/** The text of a run, with a run of its own for each change in it, and, marked yellow, for each place to fill in. */
function runXml(value: string, run: XmlElement, source: string, by: By | undefined): string {
  const own = elementIn(run, 'w:rPr');
  const look = own === undefined ? '' : source.slice(own.start, own.end);
  const begin = `<w:r>${look}`;
  const marked = (text: string): string => {
    let xml = '';
    let from = 0;
    for (const { start, end, sure } of unfilledIn(text)) {
      if (!sure || text[start] !== '[') continue;
      const yellow = `<w:r>${yellowLook(own, source)}${textXml(text.slice(start, end))}</w:r>`;
      xml += `${textXml(text.slice(from, start))}</w:r>${yellow}${begin}`;
      from = end;
    }
    return xml + textXml(text.slice(from));
  };
  if (by === undefined) return marked(value.replace(ALL_ENDS, ''));
  const ends = new Map<string, string>(
    (['ins', 'del'] as const).flatMap((kind) => [
      [ENDS[kind][0], changeStart(kind, by)],
      [ENDS[kind][1], changeEnd(kind)],
    ]),
  );
  return value
    .split(/([\uFDD0-\uFDD3])/)
    .map((part) => (ends.has(part) ? `</w:r>${ends.get(part)}${begin}` : marked(part)))
    .join('');
}

/** The properties of a run, marked yellow and with black letters, as those in a coloured band are often white. */
function yellowLook(own: XmlElement | undefined, source: string): string {
  const groups: [before: string, between: string, behind: string] = ['', '', ''];
  for (const { name, start, end } of elementsIn(own)) {
    if (name === 'w:color' || name === 'w:highlight') continue;
    // Properties of later versions of Word come last.
    const isLast = BEHIND_HIGHLIGHT.has(name) || !name.startsWith('w:');
    groups[isLast ? 2 : BEHIND_COLOUR.has(name) ? 1 : 0] += source.slice(start, end);
  }
  const [before, between, behind] = groups;
  return `<w:rPr>${before}<w:color w:val="000000"/>${between}<w:highlight w:val="yellow"/>${behind}</w:rPr>`;
}

/** The new text of a run: a value replaces the beginning of its placeholder, and the rest is removed. */
function replaced(
  own: string,
  offset: number,
  found: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of found) {
    out += own.slice(at, Math.max(0, start - offset)) + (start >= offset ? text : '');
    at = Math.min(own.length, end - offset);
  }
  return out + own.slice(at);
}
