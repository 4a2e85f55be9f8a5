import { descendants, elementsIn, type Splice } from '../../docx/xml-tree';
import type { Parts } from './parts';

/** The order in which Word wants what describes a level of a list. */
const LEVEL = [
  'w:start',
  'w:numFmt',
  'w:lvlRestart',
  'w:pStyle',
  'w:isLgl',
  'w:suff',
  'w:lvlText',
  'w:lvlPicBulletId',
  'w:legacy',
  'w:lvlJc',
  'w:pPr',
  'w:rPr',
];

/** Words of a later edition of the standard, by what Word knows for the same. */
const SIDES: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

/**
 * Mends what LibreOffice writes into a .docx beside what Word's own schema allows: Word reads it, but a checker would
 * complain of every document made with such a template.
 */
export function tidy(parts: Parts): void {
  for (const name of parts.names) {
    if (!name.endsWith('.xml')) continue;
    const text = parts.text(name)!;
    const mended = text.replace(/<(?:w:(?:jc|lvlJc|charset)|v:shape)\s[^<>]*/g, (tag) =>
      tag
        .replace(
          /^(<w:(?:jc|lvlJc) w:val=")(start|end)"/,
          (_, begin: string, side: string) => `${begin}${SIDES[side]}"`,
        )
        .replace(/^(<w:charset\b[^>]*?) w:characterSet="[^"]*"/, '$1')
        .replace(/^(<v:shape\b[^>]*?) ID="[^"]*"/, '$1'),
    );
    if (mended !== text) parts.set(name, mended);
  }
  const numbering = parts.related('numbering');
  const root = numbering === undefined ? undefined : parts.root(numbering);
  if (numbering === undefined || root === undefined) return;
  const source = parts.text(numbering)!;
  const splices: Splice[] = [];
  const place = (name: string): number => LEVEL.indexOf(name);
  for (const level of descendants(root, 'w:lvl')) {
    const own = elementsIn(level);
    const sorted = [...own].sort((a, b) => place(a.name) - place(b.name));
    // What is not known here stays where it is.
    if (own.some(({ name }) => place(name) === -1) || own.every((one, at) => one === sorted[at])) continue;
    const text = sorted.map(({ start, end }) => source.slice(start, end)).join('');
    splices.push({ start: level.open, end: level.close, text });
  }
  parts.splice(numbering, splices);
}
