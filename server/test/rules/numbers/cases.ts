import assert from 'node:assert/strict';
import { findings, marked } from '../helpers';

export const RULE = 'numbers-disagree';

/** A table from its rows, the first of which is its head. */
export function table(...rows: readonly string[]): string {
  const [head, ...body] = rows.map((row) => `| ${row} |`);
  return [head, head!.replace(/[^|]+/g, ' --- '), ...body, ''].join('\n');
}

/** By what it is of: texts, each with the words that are marked in it. */
export type Wrong = Readonly<Record<string, readonly (readonly [text: string, ...marked: string[]])[]>>;
/** By what it is of: texts in which nothing is marked. */
export type Right = Readonly<Record<string, readonly string[]>>;

const named = (text: string): string => text.slice(0, 90).replace(/\s+/g, ' ');

/** Holds the rule to what it tells and to what it leaves alone. */
export function holdsTo(wrong: Wrong, right: Right): void {
  for (const [kind, cases] of Object.entries(wrong)) {
    describe(kind, () => {
      for (const [text, ...words] of cases) {
        it(`is told: ${named(text)}`, () => {
          const messages = findings(RULE, text).map(({ message }) => message);
          assert.deepEqual(marked(RULE, text), words, JSON.stringify(messages));
          for (const message of messages) assert.match(message, /^[“A-Z].{20,400}[.?]$/);
        });
      }
    });
  }
  for (const [kind, cases] of Object.entries(right)) {
    describe(`${kind} that may be true`, () => {
      for (const text of cases) {
        it(`is left alone: ${named(text)}`, () => {
          assert.deepEqual(
            findings(RULE, text).map(({ message }) => message),
            [],
          );
        });
      }
    });
  }
}
