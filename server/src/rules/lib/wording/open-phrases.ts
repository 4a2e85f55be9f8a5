import { type Block, sentences } from '../../../draft';
import type { Grammar } from '../../../words/grammar';
import { wordsOf } from '../../../words/tokenize';
import type { Problem } from '../../types';
import { inOwnWords, quotedIn } from '../blocks/prose';

/**
 * Problems for the first phrase of each sentence that leaves a question open, in the author's own words.
 *
 * @param grammar the phrases, each with its question
 * @param say makes the message from the words found and the question
 * @param answered whether the rest of the sentence, or the whole passage, answers the question
 */
export function openPhrasesIn(
  block: Block,
  grammar: Grammar<string>,
  say: (words: string, question: string) => string,
  answered: (rest: string, text: string, question: string) => boolean = () => false,
): readonly Problem[] {
  return inOwnWords(block, (text) => {
    const words = wordsOf(text);
    const found = [...grammar.find(words)];
    if (found.length === 0) return [];
    const isQuoted = quotedIn(text);
    return sentences(text).flatMap((sentence): readonly Problem[] => {
      const phrase = found.find(({ first, last, value }) => {
        const [start, end] = [words.start[first]!, words.end[last]!];
        return (
          start >= sentence.start &&
          end <= sentence.end &&
          !isQuoted(start, end) &&
          !answered(text.slice(end, sentence.end), text, value)
        );
      });
      if (!phrase) return [];
      const span = { start: words.start[phrase.first]!, end: words.end[phrase.last]! };
      const said = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      return [{ span, message: say(said, phrase.value) }];
    });
  });
}
