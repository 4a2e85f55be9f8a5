import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { withChanges } from '../../src/draft/with-changes';
import { resolveText, reviewMarks } from '../../src/reviews';
import { resolveEdits } from '../../src/reviews/resolve';
import { home, Reviewer, who } from './reviewer';

export type Act = (reviewer: Reviewer) => Reviewer;

const DANA = who('Dana Petrie', '31');

/** The document of one reviewer, of the draft as it was sent. */
export async function reviewed(draft: string, act: Act, author: string): Promise<Reviewer> {
  const reviewer = act(await Reviewer.of(draft));
  reviewer.xml = reviewer.xml.replaceAll('Dana Petrie', author);
  return reviewer;
}

/** A draft after the reviews of Priya Hallam and of Tom Reddy, brought home in turn. */
export async function inTurn(draft: string, first: Act, second: Act): Promise<string> {
  const one = await reviewed(draft, first, 'Priya Hallam');
  const two = await reviewed(draft, second, 'Tom Reddy');
  return home(two, await home(one, draft), { force: true });
}

/** All changes of one person accepted or rejected. */
export function settled(text: string, author: string, how: 'accept' | 'reject'): string {
  const draft = parseDraft(text);
  const changes = reviewMarks(draft).changes.filter(({ by }) => by?.author === author);
  return withChanges(text, resolveEdits(draft, { changes }, how));
}

/** What a draft says when each reviewer's changes are accepted or rejected, one person's after the other's. */
export function outcome(text: string, priya: 'accept' | 'reject', tom: 'accept' | 'reject'): string {
  const one = settled(settled(text, 'Priya Hallam', priya), 'Tom Reddy', tom);
  const two = settled(settled(text, 'Tom Reddy', tom), 'Priya Hallam', priya);
  const [a, b] = [one, two].map((some) => resolveText(some, 'accept', { comments: 'drop' }));
  assert.equal(shown(a!), shown(b!), `in either order: ${text}`);
  return a!;
}

/** What a draft says, with what is around its words, and no matter how many signs stand for that. */
export const shown = (text: string): string =>
  text
    .replace(/\]\(https:\/\/a\.example\)( *)\[/g, '$1')
    .replace(/\*+/g, '')
    .replace(/ *\[ */g, ' [')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.\]])/g, '');

/** LibreOffice puts what is new in front of what it takes the place of. */
export const inFront =
  (words: string, by: string): Act =>
  (r) =>
    r.replaceBy(words, DANA, [[by, DANA]]);
