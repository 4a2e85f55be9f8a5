import type { Block, Change, Draft, Passage, Span } from '../draft';
import { passagesOf, RunMap, sentences } from '../draft';
import type { Figure, PassageFigures, RunFigures } from '../evidence';
import { figuresInRuns } from '../evidence';
import { danglingIn } from './lib/dangling';
import { appendFootnote, nextFootnote, SOURCE_TO_FILL_IN } from './lib/insert';
import type { Fix, Problem, Rule } from './types';

export const figureUnsourced: Rule = {
  id: 'figure-unsourced',
  group: 'evidence',
  severity: 'warning',
  readsEnglish: true,
  what: 'A figure that supports the case (need, effect, demand, growth, value, a comparison, a rank, a survey result), with no source that a reader could look up: not in its sentence or the one beside it, not as a footnote or a link, not in what leads in the list or table, and not where the same figure is told elsewhere in the draft. Dates, times, ages, prices, targets and an organisation’s plain bookkeeping are no claims. A named person who is quoted is a source for what their own organisation knows.',
  why: 'A sceptical councillor asks where a number comes from. A paper that cannot say loses the argument, and with it the trust in its other numbers.',
  example: {
    bad: 'The homework club works: 78% of the children who come read better than a year ago.\n',
    good: 'The homework club works: 78% of the children who come read better than a year ago.[^1]\n\n[^1]: Ashby Schools Partnership, *Reading in Year 4*, July 2026, https://schools.ashby.example/reading\n',
  },
  inDraft({ draft }) {
    const problems: Problem[] = [];
    const fix = footnoteFix(draft);
    for (const { run, index, found } of figuresInRuns(draft)) {
      for (const { at, span, message, noteAt } of claimsInRun.of(run, found)) {
        const { start } = draft.blocks[index + at]!;
        problems.push({
          span: { start: start + span.start, end: start + span.end },
          message,
          fixes: () => [fix(start + noteAt)],
        });
      }
    }
    return problems;
  },
};

/** A sentence, or a row, with claims that have no source. Everything counts from its block. */
interface Claim {
  /** Of its first figure, and with what it is quoted. */
  readonly span: Span;
  readonly words: string;
  /** How many they are. */
  readonly figures: number;
  readonly message: string;
  /** Where a footnote goes: after the sentence. */
  readonly noteAt: number;
}

const known = new WeakMap<readonly PassageFigures[], readonly Claim[]>();

const claimsInRun = new RunMap((blocks, found: RunFigures['found']) =>
  found.flatMap(({ at, passages }) => claimsIn(blocks[at]!, passages).map((claim) => ({ at, ...claim }))),
);

function claimsIn(block: Block, passages: readonly PassageFigures[]): readonly Claim[] {
  let claims = known.get(passages);
  if (!claims) {
    claims = passages.flatMap(({ passage, figures }) => {
      const unsourced = figures.filter(({ kind, source }) => kind === 'claim' && !source);
      if (unsourced.length === 0) return [];
      const found = bySentence(block, passagesOf(block)[passage]!, unsourced);
      return passagesOf(block)[passage]!.kind === 'table-row' ? byRow(found) : found;
    });
    known.set(passages, claims);
  }
  return claims;
}

function bySentence(block: Block, passage: Passage, claims: readonly Figure[]): readonly Claim[] {
  const { prose } = passage;
  const found: Claim[] = [];
  for (const sentence of sentences(prose.text)) {
    const here = claims.filter(({ span }) => span.start >= sentence.start && span.start < sentence.end);
    const [first] = here;
    const end = prose.toSource(sentence.end - 1, sentence.end).end;
    if (!first || refersToNothing(block, prose.toSource(sentence.start, sentence.start + 1).start, end))
      continue;
    const words = wordsOf(
      prose.text.slice(first.span.start, sentence.end),
      first.span.end - first.span.start,
    );
    found.push({
      span: prose.toSource(first.span.start, first.span.end),
      words,
      figures: here.length,
      message: messageOn(words, here.length, 'sentence'),
      noteAt: end + closingMarks(block.text.slice(end, passage.span.end)),
    });
  }
  return found;
}

/** A row of a table is said once, where its first figure stands: each cell is a sentence. */
function byRow(found: readonly Claim[]): readonly Claim[] {
  const [first] = found;
  if (!first || found.length === 1) return found;
  const figures = found.reduce((sum, claim) => sum + claim.figures, 0);
  return [{ ...first, figures, message: messageOn(first.words, figures, 'row') }];
}

function messageOn(words: string, figures: number, where: 'sentence' | 'row'): string {
  const more = figures - 1;
  const others =
    more > 0 ? ` (and ${more === 1 ? 'another figure' : `${more} other figures`} in this ${where})` : '';
  return `“${words}”${others} has no source. Say where it comes from: a footnote, a link, or “according to …” with the year.`;
}

/** Whether a sentence, or what stands right behind it, refers to a footnote that is not there, which has a rule of its own. */
function refersToNothing(block: Block, start: number, end: number): boolean {
  return danglingIn(block).some(({ span }) => span.start >= start && span.start <= end + 1);
}

/** A figure with the words behind it that tell which it is: “two” alone is no help. */
function wordsOf(text: string, length: number): string {
  const behind = /^(?:\s+[\p{L}\p{N}’'-]+){1,3}/u.exec(text.slice(length, length + 100))?.[0] ?? '';
  const end = length + behind.length;
  const goesOn = /^\s+[\p{L}\p{N}]/u.test(text.slice(end, end + 5));
  return text.slice(0, end).replace(/\s+/g, ' ') + (behind !== '' && goesOn ? ' …' : '');
}

/** Length of the marks that close emphasis. */
function closingMarks(text: string): number {
  let length = 0;
  while ('*_~'.includes(text[length] ?? ' ')) length++;
  return length === text.length || /\s/.test(text[length]!) ? length : 0;
}

function footnoteFix(draft: Draft): (at: number) => Fix {
  let made: { readonly label: string; readonly note: Change } | undefined;
  return (at) => {
    if (!made) {
      const label = nextFootnote(draft);
      made = { label, note: appendFootnote(draft, label, SOURCE_TO_FILL_IN) };
    }
    const { label, note } = made;
    return {
      title: 'Insert a footnote for the source',
      // At the end of the draft both go to one place, in this order.
      edits:
        note.span.start === at
          ? [{ span: note.span, text: `[^${label}]${note.text}` }]
          : [{ span: { start: at, end: at }, text: `[^${label}]` }, note],
      preferred: true,
    };
  };
}
