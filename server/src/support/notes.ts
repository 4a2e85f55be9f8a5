/** Footnotes by which nobody can look anything up: those that are still to be filled in, and those that only name a body. */
import { BlockFinder, passagesOf, shifted } from '../draft';
import type { Block, Draft, Span } from '../draft/types';
import { unfilledIn } from '../draft/unfilled';
import { memoized } from '../util/memoize';

/** Whether a footnote says that its source is to come ("[^1]: TBC"). */
function isToFillIn(text: string): boolean {
  const note = text.replace(/^\[\^[^\]]+\]:/, '');
  const found = unfilledIn(note, { alone: 'note' }).filter(({ sure }) => sure);
  if (found.some(({ kind }) => kind.name === 'insert' || kind.where === 'note')) return true;
  const [first] = found;
  return (
    first !== undefined &&
    found.length === 1 &&
    note.replace(note.slice(first.start, first.end), '').search(/[^\s.!]/) < 0
  );
}

/** The most words of a footnote that may be no more than a name: “National Literacy Trust website”. */
const MOST_WORDS = 5;
/** A name, and what its body publishes: “CIPFA data”, “the Department for Education”. */
const ONLY_A_NAME =
  /^(?:(?:Sources?:? |[Tt]he )?[A-Z][A-Za-zÀ-ÖØ-öø-ÿ&’'.-]{1,30})(?: (?:[A-Z][A-Za-zÀ-ÖØ-öø-ÿ&’'.-]{0,30}|and|for|of|on|the|in|&|website|web|site|data|figures|statistics|research|report|reports|analysis))*\.?$/;
/** What leads to a source all the same: another note, a law, or records that can be asked for. */
const LEADS_ON =
  /\b(?:ibid|ib|op|cit|see|above|below|note|as|acts?|bill|regulations?|letter|minutes|interviews?|conversation|systems?|records?|returns?|surveys?|count(?:s|ers?)?|registers?|logs?|sheets?|monitoring|evaluation|accounts|census|catalogue|own)\b/i;

/** The place of a footnote that only names a body. */
function bareIn(block: Block): Span | undefined {
  if (block.node.type !== 'footnoteDefinition' || block.node.children.length !== 1) return undefined;
  const [only, ...more] = passagesOf(block);
  if (!only || more.length > 0 || only.links.length > 0 || /[*_“”"[\]<\d]/.test(only.prose.text))
    return undefined;
  const text = only.prose.text.trim();
  if (text.split(/\s+/).length > MOST_WORDS || !ONLY_A_NAME.test(text) || LEADS_ON.test(text))
    return undefined;
  return only.span;
}

const finder = new BlockFinder((block: Block) => {
  const { node, text } = block;
  if (node.type !== 'footnoteDefinition') return undefined;
  return { label: node.identifier, isEmpty: isToFillIn(text), bare: bareIn(block) };
});

/** Of several footnotes with one label, the first is the one that is shown. */
const notesOf = memoized((draft: Draft) => {
  const notes = new Map<string, { readonly isEmpty: boolean; readonly bare: Span | undefined }>();
  finder.each(draft, undefined, ({ label, isEmpty, bare }, { start }) => {
    if (!notes.has(label)) notes.set(label, { isEmpty, bare: bare && shifted(bare, start) });
  });
  return notes;
});

/** The labels of the draft's footnotes that are still to be filled in. */
export const emptyNotes = memoized(
  (draft: Draft): ReadonlySet<string> =>
    new Set([...notesOf(draft)].flatMap(([label, { isEmpty }]) => (isEmpty ? [label] : []))),
);

/** A footnote that only names a body, by its label. Its span counts in the draft. */
export const bareNotes = memoized(
  (draft: Draft): ReadonlyMap<string, Span> =>
    new Map([...notesOf(draft)].flatMap(([label, { bare }]) => (bare ? [[label, bare] as const] : []))),
);
