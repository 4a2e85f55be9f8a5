/** What clashes within a passage: shares, changes, parts. */
import type { Passage, Span } from '../../draft';
import { sentences } from '../../draft';
import { type Amount, amountsIn } from './amounts';
import { type Found, wrongChanges, wrongRates, wrongShares } from './shares';
import type { Clash } from './types';

/** The clashes of a passage that stand in it alone. */
export function clashesIn(passage: Passage): readonly Clash[] {
  const { text } = passage.prose;
  if (!/\d/.test(text) && !/\bof\b/.test(text)) return [];
  const clashes: Clash[] = [];
  const spans = sentences(text);
  spans.forEach((span, index) => {
    const sentence = text.slice(span.start, span.end);
    const amounts = amountsIn(sentence);
    if (amounts.length < 2) return;
    const next = spans[index + 1];
    const found = [
      ...wrongShares(sentence, amounts, next && text.slice(next.start, next.end)),
      ...wrongChanges(sentence, amounts),
      ...wrongRates(sentence, amounts),
    ];
    clashes.push(...found.map((one) => placed(one, passage, span)));
  });
  return clashes;
}

function placed({ at, message }: Found, { prose }: Passage, sentence: Span): Clash {
  return { span: prose.toSource(sentence.start + at.span.start, sentence.start + at.span.end), message };
}

export type { Amount };
