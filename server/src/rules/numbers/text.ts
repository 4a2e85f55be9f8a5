/** What clashes within a passage: shares, changes, parts and dates. */
import type { Passage, Span } from '../../draft';
import { sentences } from '../../draft';
import { amountsIn } from './amounts';
import { wrongNames } from './announced';
import { wrongParts } from './breakdown';
import { wrongChanges } from './changes';
import { wrongEquations } from './products';
import { wrongRates, wrongShares } from './shares';
import type { Clash } from './types';

/** The clashes of a passage that stand in it alone. */
export function clashesIn({ prose, kind }: Passage): readonly Clash[] {
  const { text } = prose;
  const clashes: Clash[] = [];
  const add = (span: Span, message: string, from = 0): void => {
    clashes.push({ span: prose.toSource(from + span.start, from + span.end), message });
  };
  if (/\d|\bof\b/.test(text)) {
    let before: { readonly text: string; readonly amounts: ReturnType<typeof amountsIn> } | undefined;
    const spans = sentences(text);
    spans.forEach((span, index) => {
      const sentence = text.slice(span.start, span.end);
      const amounts = amountsIn(sentence);
      const next = spans[index + 1];
      if (amounts.length >= 2) {
        const found = [
          ...wrongShares(
            sentence,
            amounts,
            next && { text: text.slice(next.start, next.end), start: next.start - span.start },
          ),
          ...wrongChanges(sentence, amounts),
          ...(kind === 'table-row'
            ? []
            : [...wrongRates(sentence, amounts), ...wrongParts(sentence, amounts, before)]),
        ];
        for (const { at, message } of found) add(at.span, message, span.start);
      }
      before = { text: sentence, amounts };
    });
  }
  for (const { message, ...span } of wrongEquations(text)) add(span, message);
  for (const { span, message } of wrongNames(text)) add(span, message);
  return clashes;
}
