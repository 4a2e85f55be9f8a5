import type { NewNumbers } from './lists';
import type { Roles } from './roles';

/** New ids for what the draft's text refers to. */
interface References {
  /** The ids of relations, for `rId1` and so on. */
  readonly relations: readonly string[];
  readonly numbers: NewNumbers;
  /** The numbers to add to the ids of notes and comments. */
  readonly notes: number;
  readonly comments: number;
  readonly roles: Roles;
}

const REFERENCES =
  /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>|(\sr:(?:id|embed|link))="([^"]*)"|<w:numId w:val="(\d+)"\/>|(<w:(?:footnote|endnote)Reference w:id=)"(\d+)"|(<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*?\sw:id=)"(\d+)"/g;

/** The draft's text with the ids of the template's package. */
export function referring(xml: string, { relations, numbers, notes, comments, roles }: References): string {
  return withTemplateLists(xml, numbers, roles).replace(
    REFERENCES,
    (whole, kind, style, relation, id, num, note, noteId, comment, commentId) => {
      if (kind !== undefined) return `<w:${kind} w:val="${roles.ids.get(style) ?? style}"/>`;
      if (relation !== undefined) return `${relation}="${relations[Number(id.slice(3)) - 1] ?? id}"`;
      if (num !== undefined) return `<w:numId w:val="${numbers.get(num)?.id ?? num}"/>`;
      if (note !== undefined) return `${note}"${Number(noteId) + notes}"`;
      if (comment !== undefined) return `${comment}"${Number(commentId) + comments}"`;
      return whole;
    },
  );
}

/**
 * Gives list items the template's own list style, if it has one for their level. Its ids are written with a space before
 * the slash, so that later replacements skip them.
 */
function withTemplateLists(xml: string, numbers: NewNumbers, roles: Roles): string {
  if (roles.bullets.length === 0 && roles.numbers.length === 0) return xml;
  return xml.replace(
    /<w:pStyle w:val="ListParagraph"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)[^<>]*\/>)*)<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>((?:<w:spacing\b[^<>]*\/>)?)(?=(<w:ind\b)?)/g,
    (whole, between, level, num, spacing, ownIndent) => {
      const item = numbers.get(num)?.items.get(level);
      if (item === undefined) return whole;
      const number = `<w:numPr><w:ilvl w:val="${item.level}"/><w:numId w:val="${item.num}" /></w:numPr>`;
      const indent = ownIndent === undefined ? item.indent : '';
      return `<w:pStyle w:val="${item.style}" />${between}${number}${spacing}${indent}`;
    },
  );
}
