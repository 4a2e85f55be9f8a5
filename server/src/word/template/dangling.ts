import { descendants, elementsIn, type Splice, valueIn, type XmlElement } from '../../docx/xml-tree';
import { words } from '../text';
import type { LeftOut } from './left-out';
import type { PartReader } from './part';
import type { Reached } from './relations';

type Kind = 'style' | 'list' | 'footnote' | 'endnote' | 'comment';

/** What refers to something by an id, which it has in `w:val` or `w:id`. */
const REFERENCES: ReadonlyMap<string, Kind> = new Map(
  (
    [
      [
        'style',
        'basedOn next link pStyle rStyle tblStyle styleLink numStyleLink clickAndTypeStyle defaultTableStyle',
      ],
      ['list', 'numId num'],
      // In the settings, those of the lines above notes.
      ['footnote', 'footnoteReference footnote'],
      ['endnote', 'endnoteReference endnote'],
      ['comment', 'commentReference commentRangeStart commentRangeEnd'],
    ] as const
  ).flatMap(([kind, names]) => [...words(names)].map((name) => [`w:${name}`, kind] as const)),
);

/** Styles that every program has by itself, as many that write documents know. */
const EVERYWHERE = ['Normal', 'DefaultParagraphFont', 'TableNormal', 'NoList'];

/** Parts of a document that refer to its styles, lists, notes and comments, or have them. */
const PARTS = words('styles numbering settings header footer footnotes endnotes comments');

/**
 * Takes away what refers to a style, list, note or comment that a template does not have: Word takes a file for
 * damaged by some of it, and what we add would come under the id by chance.
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
    comment: ids('comments', 'w:comment', 'w:id'),
  };
  for (const name of [owner, ...leads.filter(({ kind }) => PARTS.has(kind)).map(({ part }) => part)]) {
    const splices: Splice[] = [];
    for (const { name: element, attributes, start, end } of descendants(reader.root(name))) {
      const kind = REFERENCES.get(element);
      if (kind === undefined) continue;
      const id = attributes['w:val'] ?? attributes['w:id'] ?? attributes['w:numId'];
      if (id === undefined || there[kind].has(id)) continue;
      // A list that is not there is none, also where the style has one.
      splices.push({ start, end, text: element === 'w:numId' ? '<w:numId w:val="0"/>' : '' });
      if (kind !== 'comment' || !leftOut.hasRemarks) leftOut.missing(`the ${kind} “${id}”`);
    }
    reader.splice(name, splices);
  }
}
