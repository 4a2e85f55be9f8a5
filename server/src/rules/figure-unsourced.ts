import type { Change, Draft, PlacedBlock } from '../draft';
import { passagesOf, sentences } from '../draft';
import type { Figure } from '../evidence';
import { figuresInDraft } from '../evidence';
import { appendFootnote, nextFootnote } from './lib/insert';
import type { Fix, Problem, Rule } from './types';

export const figureUnsourced: Rule = {
  id: 'figure-unsourced',
  group: 'evidence',
  severity: 'warning',
  what: 'A figure that supports the case (need, effect, demand, growth, value, a comparison, a rank, a survey result), with no source that a reader could look up: not in its sentence or the one beside it, not as a footnote or a link, and not in what leads in the list or table. Dates, times, ages, prices and an organisation’s plain bookkeeping are no claims. A named person who is quoted is a source for what their own organisation knows.',
  why: 'A sceptical councillor asks where a number comes from. A paper that cannot say loses the argument, and with it the trust in its other numbers.',
  example: {
    bad: 'The homework club works: 78% of the children who come read better than a year ago.\n',
    good: 'The homework club works: 78% of the children who come read better than a year ago.[^1]\n\n[^1]: Ashby Schools Partnership, *Reading in Year 4*, July 2026, https://schools.ashby.example/reading\n',
  },
  inDraft({ draft }) {
    const problems: Problem[] = [];
    for (const { placed, passages } of figuresInDraft(draft)) {
      for (const { passage: index, figures } of passages) {
        const claims = figures.filter(({ kind, source }) => kind === 'claim' && !source);
        if (claims.length > 0) problems.push(...inPassage(draft, placed, index, claims));
      }
    }
    return problems;
  },
};

/** One problem for each sentence, at its first claim. */
function inPassage(
  draft: Draft,
  placed: PlacedBlock,
  index: number,
  claims: readonly Figure[],
): readonly Problem[] {
  const passage = passagesOf(placed.block)[index]!;
  const { prose } = passage;
  const problems: Problem[] = [];
  for (const sentence of sentences(prose.text)) {
    const here = claims.filter(({ span }) => span.start >= sentence.start && span.start < sentence.end);
    const [first] = here;
    if (!first) continue;
    const span = prose.toSource(first.span.start, first.span.end);
    const words = prose.text.slice(first.span.start, first.span.end).replace(/\s+/g, ' ');
    const others =
      here.length > 1
        ? ` (and ${here.length === 2 ? 'one other figure' : `${here.length - 1} other figures`} in this sentence)`
        : '';
    problems.push({
      span: { start: placed.start + span.start, end: placed.start + span.end },
      message: `“${words}”${others} has no source, so a sceptical reader need not believe it. Say where it comes from: a footnote, a link, or “according to …” with the year.`,
      fixes: [
        footnote(
          draft,
          placed.start + noteAt(placed, prose.toSource(sentence.end - 1, sentence.end).end, passage.span.end),
        ),
      ],
    });
  }
  return problems;
}

/** After the sentence and the marks that close its emphasis. */
function noteAt(placed: PlacedBlock, end: number, last: number): number {
  const closing = /^(?:\*\*|\*|__|_|~~)+(?=\s|$)/.exec(placed.block.text.slice(end, last));
  return end + (closing?.[0].length ?? 0);
}

function footnote(draft: Draft, at: number): Fix {
  const label = nextFootnote(draft);
  const reference: Change = { span: { start: at, end: at }, text: `[^${label}]` };
  return {
    title: 'Insert a footnote for the source',
    edits: [reference, appendFootnote(draft, label, '[insert source, year and link]')],
    preferred: true,
  };
}
