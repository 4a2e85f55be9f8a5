/** What clashes within a passage: shares, changes, parts, and lists of names. */
import type { Block, Span } from '../../draft';
import { ownWords, type Sentence, sentencesOf } from '../lib/prose';
import { amountsIn } from './amounts';
import { wrongNames } from './announced';
import { wrongParts } from './breakdown';
import { wrongChanges } from './changes';
import { wrongEquations } from './products';
import { type Found, wrongRates, wrongShares } from './shares';
import type { Clash } from './types';

/** A sentence with more numbers is data. */
const MOST = 40;

/** The clashes in the author's own words of a block that stand in one passage. */
export function clashesIn(block: Block): readonly Clash[] {
  const clashes: Clash[] = [];
  const all = sentencesOf(block);
  let before: { readonly sentence: Sentence; readonly amounts: ReturnType<typeof amountsIn> } | undefined;
  for (let index = 0; index < all.length; index++) {
    const sentence = all[index]!;
    const { passage, text, span } = sentence;
    if (passage.kind === 'quotation' || passage.inFootnote) continue;
    const amounts = amountsIn(text);
    const last = before?.sentence.passage === passage ? before : undefined;
    before = { sentence, amounts };
    if (amounts.length < 2 || amounts.length > MOST) continue;
    const next = all[index + 1]?.passage === passage ? all[index + 1] : undefined;
    const found: Found[] = [
      ...wrongShares(text, amounts, next && { text: next.text, start: next.span.start - span.start }),
      ...wrongChanges(text, amounts),
    ];
    if (passage.kind !== 'table-row') {
      found.push(...wrongRates(text, amounts), ...wrongParts(text, amounts, last?.amounts));
    }
    for (const { at, message } of found) {
      const { start, end } = at.span;
      clashes.push({ span: passage.prose.toSource(span.start + start, span.start + end), message });
    }
  }
  for (const { prose } of ownWords(block)) {
    const add = ({ start, end }: Span, message: string): void => {
      clashes.push({ span: prose.toSource(start, end), message });
    };
    for (const { message, ...span } of wrongEquations(prose.text)) add(span, message);
    for (const { span, message } of wrongNames(prose.text)) add(span, message);
  }
  return clashes;
}
