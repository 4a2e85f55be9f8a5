import { descendants, elementsIn, type Splice, valueIn, type XmlElement } from '../../docx/xml-tree';
import { words } from '../../util/lists';
import type { LeftOut } from './left-out';
import type { PartReader } from './part';
import type { Reached } from './relations';

type Kind = 'style' | 'list' | 'footnote' | 'endnote' | 'comment';

/** Elements that refer to something by an id in `w:val` or `w:id`, with the kind of what they refer to. */
const REFERENCES: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    style:
      'basedOn next link pStyle rStyle tblStyle styleLink numStyleLink clickAndTypeStyle defaultTableStyle',
    list: 'numId num',
    // The elements of the settings are for the separators above notes.
    footnote: 'footnoteReference footnote',
    endnote: 'endnoteReference endnote',
    comment: 'commentReference commentRangeStart commentRangeEnd',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [`w:${name}`, kind as Kind] as const)),
);

/** Built-in styles of all programs, which documents need not have. */
const EVERYWHERE = ['Normal', 'DefaultParagraphFont', 'TableNormal', 'NoList'];

/** Parts that define styles, lists and notes, or refer to them. */
const PARTS = words('styles numbering settings header footer footnotes endnotes');

/**
 * Removes references to styles, lists, notes and comments that a template does not have. Word would take the file for
 * damaged, or an added style or note could have the same id by chance.
 *
 * @param owner the main part, or that of the building blocks
 */
export function dropDangling(
  owner: string,
  reached: ReadonlyMap<string, Reached>,
  reader: PartReader,
  leftOut: LeftOut,
): void {
  const leads = reached.get(owner)?.leads ?? [];
  const rootOf = (kind: string): XmlElement | undefined => {
    const part = leads.find((one) => one.kind === kind)?.part;
    return part === undefined ? undefined : reader.root(part);
  };
  const ids = (kind: string, element: string, id: string): ReadonlySet<string> =>
    new Set(elementsIn(rootOf(kind), element).map(({ attributes }) => attributes[id] ?? ''));
  const abstracts = ids('numbering', 'w:abstractNum', 'w:abstractNumId');
  const lists = elementsIn(rootOf('numbering'), 'w:num').filter((num) =>
    abstracts.has(valueIn(num, 'w:abstractNumId') ?? ''),
  );
  const there: Readonly<Record<Kind, ReadonlySet<string>>> = {
    style: new Set([...EVERYWHERE, ...ids('styles', 'w:style', 'w:styleId')]),
    list: new Set(['0', ...lists.map(({ attributes }) => attributes['w:numId'] ?? '')]),
    footnote: ids('footnotes', 'w:footnote', 'w:id'),
    endnote: ids('endnotes', 'w:endnote', 'w:id'),
    // Comments were left out.
    comment: new Set(),
  };
  for (const name of [owner, ...leads.filter(({ kind }) => PARTS.has(kind)).map(({ part }) => part)]) {
    const splices: Splice[] = [];
    for (const { name: element, attributes, start, end } of descendants(reader.root(name))) {
      const kind = REFERENCES.get(element);
      if (kind === undefined) continue;
      const id = attributes['w:val'] ?? attributes['w:id'] ?? attributes['w:numId'];
      if (id === undefined || there[kind].has(id)) continue;
      // Without its list, a paragraph is in no list, even if its style has one.
      splices.push({ start, end, text: element === 'w:numId' ? '<w:numId w:val="0"/>' : '' });
      if (kind !== 'comment' || !leftOut.hasRemarks) leftOut.missing(`the ${kind} “${id}”`);
    }
    reader.splice(name, splices);
  }
}
