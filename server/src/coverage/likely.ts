import { languagesOf } from '../draft/language';
import type { Draft } from '../draft/types';
import type { DocumentKind } from '../framework/types';
import type { Project } from '../project/types';
import { type Guess, guessKind } from './guess';

/** Below this, another kind is too close for a suggestion. */
const SURE = 0.5;
/** Blocks of the longest draft that is looked at: it is asked again after each key, and a longer one is no letter. */
const LONGEST = 2000;

const known = new WeakMap<Draft, { readonly project: Project; readonly guess: Guess | undefined }>();

/**
 * What a draft that says no kind most likely is, where that is worth a word: it is clear enough, and not what the
 * draft is held to anyway.
 */
export function likelyKind(draft: Draft, project: Project, heldTo: DocumentKind): Guess | undefined {
  // What tells a kind are English words.
  if (languagesOf(draft).whole !== undefined) return undefined;
  const guess = clearGuess(draft, project);
  return guess?.kind.id === heldTo.id ? undefined : guess;
}

/** The same, whatever the draft is held to. */
export function clearGuess(draft: Draft, project: Project): Guess | undefined {
  let kept = known.get(draft);
  if (kept?.project !== project) {
    const guess = draft.blocks.length > LONGEST ? undefined : guessKind(draft, project);
    kept = { project, guess: guess !== undefined && guess.confidence >= SURE ? guess : undefined };
    known.set(draft, kept);
  }
  return kept.guess;
}

/** "a press release". */
export function called({ title }: Pick<DocumentKind, 'title'>): string {
  const name = title.toLowerCase();
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
