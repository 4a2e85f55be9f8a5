import type { Family } from './lib/references/labels';
import { type Missing, missingIn } from './lib/references/missing';
import { rule } from './lib/rule';

const PLURALS: Partial<Record<Family, string>> = { appendix: 'appendices' };

export const referenceMissing = rule('reference-missing', {
  inDraft({ draft }) {
    return missingIn(draft).map((missing) => {
      const { span, words, label, given } = missing;
      // Where there is markup within the words, a fix would take a half of it.
      const isPlain = draft.source.slice(span.start, span.end) === words;
      const [only, ...more] = given;
      const by = words
        .split(/([\s,–-])/)
        .map((piece) => (piece === label ? only! : piece))
        .join('');
      return {
        span,
        message: `There is no “${words}” in this paper, ${whatThereIs(missing)}. Put right the ${/^[A-Z]/.test(label) ? 'letter' : 'number'}, or add what is meant.`,
        ...(more.length === 0 &&
          isPlain &&
          by !== words && { fixes: [{ title: `Write “${by}”`, edits: [{ span, text: by }] }] }),
      };
    });
  },
});

function whatThereIs({ family, label, given }: Missing): string {
  const [first, ...more] = given;
  if (more.length === 0) return `whose only ${family} is ${first}`;
  // Of paragraphs with two numbers, those of the same section are told.
  const section = given.filter((one) => one.startsWith(label.replace(/\d{1,2}$/, '')));
  const all = label.includes('.') && section.length > 0 ? section : given;
  const list = all.length === 2 ? all.join(' and ') : `${all[0]} to ${all.at(-1)}`;
  return `whose ${PLURALS[family] ?? `${family}s`} are ${all.length === 1 ? `${given[0]} to ${given.at(-1)}` : list}`;
}
