import { clean } from '../text';
import { escapeXml } from '../xml';
import { descendants, elementsIn, type Splice, textIn, type XmlElement } from '../xml-tree';

const PLACEHOLDER = /\{\{\s*([A-Za-z][\w. -]{0,60}?)\s*\}\}/g;

/** The names of the placeholders in a paragraph of its own: `{{body}}` → `body`. */
export function placeholdersIn(paragraph: XmlElement): string[] {
  return [...wordsOf(paragraph).matchAll(PLACEHOLDER)].map((found) => found[1]!.toLowerCase());
}

/** What a paragraph says, without what stands in text boxes in it. */
export function wordsOf(paragraph: XmlElement): string {
  return textsOf(paragraph).map(textIn).join('');
}

/** `w:t` elements that belong to a paragraph and not to one inside of it. */
function textsOf(element: XmlElement): XmlElement[] {
  const out: XmlElement[] = [];
  for (const child of elementsIn(element)) {
    if (child.name === 'w:t') out.push(child);
    else if (child.name !== 'w:p' && child.name !== 'w:txbxContent') out.push(...textsOf(child));
  }
  return out;
}

/**
 * The changes that fill in a part's placeholders. Word likes to split a text into runs; a value takes on the look of
 * the run in which its placeholder begins.
 *
 * @param value the text for a name, in lower case; undefined leaves the placeholder as it is
 */
export function fillPlaceholders(root: XmlElement, value: (name: string) => string | undefined): Splice[] {
  const splices: Splice[] = [];
  for (const paragraph of descendants(root, 'w:p')) {
    const texts = textsOf(paragraph);
    const values = texts.map(textIn);
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
    for (const [at, element] of texts.entries()) {
      const own = values[at]!;
      const changed = replaced(own, offset, found);
      offset += own.length;
      if (changed === own) continue;
      const text = `<w:t xml:space="preserve">${escapeXml(changed)}</w:t>`;
      splices.push({ start: element.start, end: element.end, text });
    }
  }
  return splices;
}

/** One run's text after the change: a value goes where its placeholder begins, the rest of the placeholder goes away. */
function replaced(
  own: string,
  offset: number,
  found: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of found) {
    const from = Math.max(0, start - offset);
    const to = Math.min(own.length, end - offset);
    if (to <= 0 || from >= own.length) continue;
    out += own.slice(at, from) + (start >= offset ? text : '');
    at = to;
  }
  return out + own.slice(at);
}
