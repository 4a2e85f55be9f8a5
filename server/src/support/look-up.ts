/** Which sources of a draft a reader can look up: the one place that decides it, for coverage and for findings. */
import type { Draft, Span } from '../draft';
import { overlapping } from '../draft/binary-search';
import type { Figure } from '../evidence';
import { memoized } from '../util/memoize';
import { bareNotes, emptyNotes } from './notes';
import { sourceNotesOf } from './source-notes';
import { unsourcedClaims } from './unsourced';

export interface LookUp {
  /** Labels of the footnotes that are still to be filled in. */
  readonly emptyNotes: ReadonlySet<string>;
  /** The footnotes that only name a body, by their labels; their places in the draft. */
  readonly bareNotes: ReadonlyMap<string, Span>;
  /** Whether words of the draft are in a sentence that names a source which nobody could find by that. */
  isDoubted(span: Span): boolean;
  /** Whether words name the organisation whose paper it is. */
  isOwn(words: string): boolean;
  /** Whether a note of the draft says where the figures of a sentence are from; undefined where it has none. */
  readonly isNoted: ((sentence: string, span: Span) => boolean) | undefined;
}

export const lookUpIn = memoized((draft: Draft): LookUp => {
  let doubted: ((span: Span) => boolean) | undefined;
  let asked: ((span: Span) => boolean) | undefined;
  const isMeant = sourceNotesOf(draft);
  const organisation = (draft.frontMatter.data.organisation ?? '').trim().toLowerCase();
  return {
    emptyNotes: emptyNotes(draft),
    bareNotes: bareNotes(draft),
    isDoubted(span) {
      doubted ??= overlapping(
        unsourcedClaims(draft)
          .filter((claim) => claim.isDoubted)
          .map(({ sentence }) => sentence),
      );
      return doubted(span);
    },
    isNoted:
      isMeant &&
      ((sentence, span) => {
        if (!isMeant(sentence)) return false;
        asked ??= overlapping(
          unsourcedClaims(draft)
            .filter(({ sure }) => sure)
            .map((claim) => claim.sentence),
        );
        return !asked(span);
      }),
    isOwn: (words) => organisation !== '' && words.toLowerCase().includes(organisation),
  };
});

/**
 * Whether a figure supports a case, and its source can be looked up.
 *
 * @param at the figure's place in the draft
 */
export function isSourced({ kind, bearing, source }: Figure, at: Span, lookUp: LookUp): boolean {
  if (kind === 'plain' || bearing === 'none' || source === undefined || lookUp.isDoubted(at)) return false;
  const { label } = source;
  return label === undefined || !(lookUp.emptyNotes.has(label) || lookUp.bareNotes.has(label));
}
