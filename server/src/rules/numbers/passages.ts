/** What clashes within a passage: shares, changes and parts. */
import type { Block } from '../../draft';
import { addAll } from '../../lists';
import { wrongInAll, wrongParts } from './breakdown';
import { wrongChanges } from './changes';
import { wrongRemainder } from './hundreds';
import { wrongLeft, wrongTheirs } from './of-these';
import { countedIn } from './sentences';
import { type Found, wrongShares } from './shares';
import type { Clash } from './types';
import { wrongMultiples } from './words';

/** A sentence with more numbers is data. */
const MOST = 40;

/** The clashes in the author's own words of a block that stand in one passage. */
export function clashesIn(block: Block): readonly Clash[] {
  const clashes: Clash[] = [];
  const all = countedIn(block);
  for (let index = 0; index < all.length; index++) {
    const { passage, text, span, amounts } = all[index]!;
    if (amounts.length === 1) {
      const wrong = wrongInAll(passage.prose.text.slice(Math.max(0, span.start - 300), span.start), text);
      if (wrong)
        clashes.push({
          span: passage.prose.toSource(span.start + wrong.at.span.start, span.start + wrong.at.span.end),
          message: wrong.message,
        });
    }
    if (amounts.length > MOST) continue;
    const last = all[index - 1]?.passage === passage ? all[index - 1] : undefined;
    for (const { at, message } of wrongLeft(text, amounts, last?.amounts ?? []))
      clashes.push({
        span: passage.prose.toSource(span.start + at.span.start, span.start + at.span.end),
        message,
      });
    if (amounts.length < 2) continue;
    const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
    const found: Found[] = [
      ...wrongShares(text, amounts, next && { text: next.text, start: next.span.start - span.start }),
      ...wrongChanges(text, amounts),
      ...wrongTheirs(text, amounts, last?.amounts ?? []),
      ...wrongRemainder(text, amounts),
    ];
    if (passage.kind !== 'table-row') addAll(found, wrongParts(text, amounts, last?.amounts));
    const spans = [
      ...found.map(({ at, message }) => ({ span: at.span, message })),
      ...wrongMultiples(text, amounts),
    ];
    for (const { span: own, message } of spans) {
      clashes.push({ span: passage.prose.toSource(span.start + own.start, span.start + own.end), message });
    }
  }
  return clashes;
}
