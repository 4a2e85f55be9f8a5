import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { changed, changedRuns } from '../changes-since';
import { bookmarkXml, TextParagraph } from '../markup/blocks';
import { fieldParts } from '../markup/fields';
import {
  type FirstReference,
  isIn,
  type NoteBlocks,
  noteRun,
  referenceStyle,
  VERSIONS,
  type Version,
} from '../markup/notes';
import { type Look, propertiesXml, run } from '../markup/runs';
import type { SourceNote } from '../source';
import { STYLE } from '../styles';
import { plainText } from '../xml-text';
import { type Context, type Place, placeIn, warn } from './context';
import { commented } from './review';

/** Writes a reference to a footnote. The first one brings the footnote; others show its number. */
export function noteReference(node: FootnoteReference, look: Look, place: Place): string {
  const { context } = place;
  const note = context.source.notes.get(node.identifier);
  if (note === undefined) {
    const shown = `[^${node.label ?? node.identifier}]`;
    warn(context, `“${shown}” refers to a footnote that there is not`, node, 'unread');
    return run(shown, look);
  }
  if (place.part === 'note') {
    // Word has no notes on notes.
    warn(context, 'A footnote refers to another footnote: its text is given in brackets', node);
    return run(` (${note.node.children.map(plainText).join(' ')})`, look);
  }
  const { since, change, notes } = context;
  if (since === undefined) {
    const first = notes.first(node.identifier, change);
    return first === undefined ? newNote(note, node, context) : again(first, context);
  }
  const firstIn = (version: Version): FirstReference | undefined =>
    isIn(version, change) ? notes.firstIn(version, node.identifier) : undefined;
  const [before, now] = [firstIn('before'), firstIn('now')];
  if (before === undefined && now === undefined) return newNote(note, node, context);
  if (change !== '') return again((now ?? before)!, context);
  if (before === now) return again(now!, context);
  // Where the first reference is elsewhere in one of the versions, each version has a reference of its own.
  const own = (kind: 'ins' | 'del', first: FirstReference | undefined): string => {
    context.change = kind;
    const written = first === undefined ? newNote(note, node, context) : again(first, context);
    context.change = change;
    return changed(written, kind, since.by);
  };
  return own('del', before) + own('ins', now);
}

/** Shows the number of a note again: both, where it differs between versions. */
function again({ bookmark, number, numbers }: FirstReference, context: Context): string {
  const { since, change } = context;
  const look = { style: referenceStyle(context.notes.kind) };
  const [begin, end] = fieldParts(` NOTEREF ${bookmark} \\f \\h `, propertiesXml(look));
  const [before, now] = VERSIONS.map((version) => (isIn(version, change) ? numbers[version] : undefined));
  const shown = since === undefined ? [number, number] : [before ?? now, now ?? before];
  const [was, is] = shown.map((one) => context.notes.label(one!));
  return begin + changedRuns(was, is, since?.by, (text) => run(text, look)) + end;
}

/** Writes a note with its first reference. */
function newNote(note: SourceNote, node: FootnoteReference, context: Context): string {
  const kind = context.notes.kind;
  const { number, bookmark } = context.notes.begin(node.identifier, context.change);
  const { block, next, change } = context;
  context.block = note.block;
  context.next = { pageBreak: false, spaceBefore: 0 };
  context.notes.end(number, noteBlocks(note.node, context));
  Object.assign(context, { block, next, change });
  const reference = noteRun(kind, `<w:${kind}Reference w:id="${number}"/>`);
  // Later references link to the first.
  const isCitedAgain = context.source.citedAgain.has(node.identifier);
  const written = isCitedAgain ? bookmarkXml(bookmark, reference, context.counts) : reference;
  return context.onNote.splice(0).reduce((about, thread) => commented(thread, about, context), written);
}

/** Writes the text of a footnote. Word needs a paragraph for the number, and one at the end. */
function noteBlocks(node: FootnoteDefinition, context: Context): NoteBlocks {
  const children = [...node.children];
  // Word puts no space after the number, so we do.
  if (children[0]?.type === 'paragraph') {
    const [first] = children;
    children[0] = { ...first, children: [SPACE, ...first.children] };
  }
  const empty = (): TextParagraph => new TextParagraph({ style: STYLE[context.notes.kind] });
  const written = context
    .writeBlocks(children, placeIn(context, 'note', 9000))
    .filter((one) => typeof one !== 'string');
  if (!(written.at(-1) instanceof TextParagraph)) written.push(empty());
  const [first, ...others] = written;
  return first instanceof TextParagraph ? [first, ...others] : [empty(), ...written];
}

const SPACE = { type: 'text', value: ' ' } as const;
