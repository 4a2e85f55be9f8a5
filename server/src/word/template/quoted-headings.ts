import {
  descendants,
  elementIn,
  elementsIn,
  type Splice,
  textIn,
  valueIn,
  type XmlElement,
} from '../../docx/xml-tree';
import { textXml } from '../markup/runs';
import type { Parts } from '../package/parts';
import { headingStyle } from '../styles';

const QUOTED = /\bSTYLEREF[ \t]+(?:"([^"]*)"|(\S+))/gi;

/**
 * Whether headers, footers or text of a template quote headings of a level. Sections must be Heading 1 then, or the fields
 * would show an error.
 *
 * @param names the names of the template's styles, by the ids of the draft's
 */
export function quotesHeadings(parts: Parts, names: ReadonlyMap<string, string>): boolean {
  const known = new Set<string>();
  for (let depth = 1; depth <= 6; depth++) {
    for (const name of [String(depth), `heading ${depth}`, names.get(headingStyle(depth)) ?? ''])
      known.add(name.toLowerCase());
  }
  return parts.textParts.some((name) =>
    [...instructionsIn(parts.root(name)!).matchAll(QUOTED)].some(([, quoted, bare]) =>
      known.has((quoted ?? bare ?? '').toLowerCase()),
    ),
  );
}

/** The instructions of the fields of a part, one on each line, with pieces joined. */
function instructionsIn(root: XmlElement): string {
  let out = '';
  for (const piece of descendants(root, 'w:instrText', 'w:fldSimple', 'w:fldChar')) {
    if (piece.name === 'w:instrText') out += textIn(piece);
    else out += `\n${piece.attributes['w:instr'] ?? ''}\n`;
  }
  return out;
}

/**
 * Replaces fields that quote headings of a style that the document does not have by its title, as in a letter without
 * headings. Word would print an error there.
 *
 * @param parts with the draft's text in them
 */
export function quoteTitle(parts: Parts, title: string): void {
  const quoting = parts.textParts.filter((name) => parts.text(name)!.includes('STYLEREF'));
  if (quoting.length === 0) return;
  const main = parts.root(parts.main)!;
  const used = new Set(
    Array.from(descendants(main, 'w:pStyle', 'w:rStyle'), ({ attributes }) => attributes['w:val']),
  );
  const unused = new Set<string>();
  for (const style of elementsIn(parts.relatedRoot('styles'), 'w:style')) {
    if (used.has(style.attributes['w:styleId'])) continue;
    const name = (valueIn(style, 'w:name') ?? '').toLowerCase();
    unused.add(name).add(/^heading ([1-9])$/.exec(name)?.[1] ?? name);
  }
  const failing = (instruction: string): boolean =>
    [...instruction.matchAll(QUOTED)].some(([, quoted, bare]) =>
      unused.has((quoted ?? bare ?? '').toLowerCase()),
    );
  for (const name of quoting) {
    const text = parts.text(name)!;
    const shown = (run?: XmlElement): string => {
      const look = elementIn(run, 'w:rPr');
      return `<w:r>${look ? text.slice(look.start, look.end) : ''}${textXml(title)}</w:r>`;
    };
    parts.splice(name, [...fieldsIn(parts.root(name)!, failing, shown)]);
  }
}

/** The fields that `isMeant`, each in one paragraph and in no other field, as splices. */
function* fieldsIn(
  root: XmlElement,
  isMeant: (instruction: string) => boolean,
  shown: (run?: XmlElement) => string,
): Generator<Splice> {
  for (const paragraph of descendants(root, 'w:p')) {
    let [depth, instruction]: [number, string] = [0, ''];
    let first: XmlElement | undefined;
    for (const run of elementsIn(paragraph)) {
      if (run.name === 'w:fldSimple' && depth === 0 && isMeant(run.attributes['w:instr'] ?? ''))
        yield { start: run.start, end: run.end, text: shown(elementIn(run, 'w:r')) };
      for (const { name, attributes } of elementsIn(run)) {
        if (name !== 'w:fldChar') continue;
        const type = attributes['w:fldCharType'];
        if (type === 'begin' && depth++ === 0) [first, instruction] = [run, ''];
        if (type === 'end' && --depth === 0 && first && isMeant(instruction))
          yield { start: first.start, end: run.end, text: shown(first) };
      }
      for (const piece of elementsIn(run, 'w:instrText')) instruction += textIn(piece);
    }
  }
}
