import type { Block, Draft, Span } from '../draft';
import { BlockFinder, passagesOf, RunMap, runsOf, shifted } from '../draft';
import { perBlock, perBlockFor } from '../draft/block-map';
import { evidenceOf, type Fact, quantitiesIn } from '../evidence';
import { factsOf } from '../evidence/facts';
import { sentencesOf, spanIn } from './lib/blocks/prose';
import { writtenIn, yearOf } from './lib/dates/months';
import { agrees, firstNear, namesAny, spokenOf } from './lib/evidence/facts';
import { rule } from './lib/rule';
import type { DraftContext, Problem } from './types';

/** After this many years a source no longer describes the present. */
const LIMIT = 4;
/** Sources that are published less often. */
const LIMITS: readonly { readonly name: RegExp; readonly years: number }[] = [
  { name: /\bcensus\b/i, years: 12 },
  { name: /\bind(?:ex|ices)\s+of\s+(?:multiple\s+)?deprivation\b|\bIMD\b/i, years: 8 },
  { name: /\b(?:act|regulations?|statutory)\b/i, years: 200 },
];
/** Words that put a sentence into the past, so that its source cannot be outdated. */
const HISTORY =
  /\b(?:in|since|from|by(?:\s+the)?|between|during|until|before|after|of)\s+(?:(?:early|late|mid|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)[\s-]+)*(?:1[89]|20)\d\d\b|\b(?:1[89]|20)\d\d\s*(?:[/–-]|to|and)\s*(?:(?:19|20)?\d\d)\b|\bpandemic\b|\blockdown\b|\bago\b|\bat\s+(?:the|that)\s+time\b/i;
const YEAR = /\b(?:19|20)\d\d\b/g;

export const sourceStale = rule('source-stale', {
  inDraft(context) {
    const month = writtenIn(context);
    if (month === undefined) return [];
    const found = byDate(context.draft, yearOf(month));
    return [...found, ...byLibrary(context, yearOf(month), found)];
  },
});

/** Sources whose year is in the text or in a footnote. */
function byDate(draft: Draft, now: number): readonly Problem[] {
  const problems: Problem[] = [];
  dating.each(draft, undefined, (dates, placed) => {
    for (const date of dates) if (isOld(date, now)) problems.push(problem(date, placed.start));
  });
  // Looks for citations only of outdated footnotes, because a long paper has many others.
  const old: { readonly note: Note; readonly start: number }[] = [];
  noting.each(draft, undefined, (note, { start }) => {
    if (isOld(note, now)) old.push({ note, start });
  });
  if (old.length === 0) return problems;
  const cited = new Map(old.map(({ note }) => [note.label, false]));
  for (const { run } of runsOf(draft))
    for (const label of citedIn.of(run, undefined)) if (cited.has(label)) cited.set(label, true);
  for (const { note, start } of old) if (cited.get(note.label)) problems.push(problem(note, start));
  return problems;
}

/** Outdated facts of the evidence libraries, in sentences that are not reported by year. */
function byLibrary(
  { draft, project }: DraftContext,
  now: number,
  reported: readonly Problem[],
): readonly Problem[] {
  const { facts } = evidenceOf(project);
  const problems: Problem[] = [];
  for (const { found, placed } of ageing.in(draft, facts)) {
    const { start } = placed;
    for (const { fact, span, sentence } of found) {
      const [from, to] = [start + sentence.start, start + sentence.end];
      if (now < fact.stale! || reported.some((other) => from <= other.span.start && other.span.end <= to))
        continue;
      const { source, period, newer } = fact;
      const latest = newer === undefined ? undefined : facts.find(({ id }) => id === newer);
      const instead = latest ? `A newer one is: “${latest.statement}” Take that` : 'Look for a newer one';
      problems.push({
        // Authors often mean such a fact as a timeless one: editors marked none of four.
        severity: 'hint',
        span: shifted(span, start),
        message: `${source.publisher} gave this figure${period ? ` for ${period}` : ''}, which is too old to speak of the present. ${instead}, or say in the sentence of which time it is.`,
      });
    }
  }
  return problems;
}

/** A figure that becomes outdated. */
interface Ageing {
  readonly fact: Fact;
  /** The spans of the figure and of its sentence, in the block. */
  readonly span: Span;
  readonly sentence: Span;
}

const ageing = new BlockFinder(
  // The figures of a block that a library gives, with the year from which each is outdated.
  perBlockFor((block, facts: readonly Fact[]) => (factsOf(block).hasFigures ? readAgeing(block, facts) : [])),
);

function readAgeing(block: Block, facts: readonly Fact[]): readonly Ageing[] {
  const found: Ageing[] = [];
  if (!namesAny(block, facts)) return found;
  for (const sentence of sentencesOf(block)) {
    const { passage, span: at, text } = sentence;
    if (passage.inFootnote || HISTORY.test(text)) continue;
    const isSpokenOf = spokenOf(text);
    for (const quantity of quantitiesIn(text)) {
      const fact = firstNear(
        facts,
        quantity,
        (one) => one.stale !== undefined && isSpokenOf(one) && agrees(quantity, one, text),
      );
      if (!fact) continue;
      found.push({
        fact,
        span: spanIn(sentence, quantity.span),
        sentence: passage.prose.toSource(at.start, at.end),
      });
    }
  }
  return found;
}

interface Dated {
  readonly year: number;
  /** After this many years it is outdated. */
  readonly limit: number;
  /** Whether it is published regularly, so that there is a newer one. */
  readonly recurs: boolean;
  /** The span of the year, in the block. */
  readonly span: Span;
}

function isOld({ year, limit }: Dated, now: number): boolean {
  return now - year > limit;
}

/** Sources that are published regularly. A journal article on a survey is not. */
const RECURRING =
  /\b(?:census|survey|statistic(?:s|al)?|ind(?:ex|ices)|ons|ofcom|cipfa|poll|users|population|projections?|evaluation)\b/i;

function problem({ year, recurs, span }: Dated, start: number): Problem {
  return {
    ...(!recurs && { severity: 'hint' as const }),
    span: shifted(span, start),
    message: `This source is from ${year}, so a reader will ask how things are now. Look for a newer figure, or say in the sentence that it is of ${year}.`,
  };
}

interface Cited {
  /** Years in the text. */
  readonly dates: readonly Dated[];
  /** Labels of footnotes in sentences about the present. */
  readonly notes: readonly string[];
}

const NOTHING: Cited = { dates: [], notes: [] };

const citedBy = perBlock((block: Block) => (factsOf(block).hasFigures ? readCited(block) : NOTHING));

const dating = new BlockFinder((block) => citedBy(block).dates);

/** Labels of the footnotes that sentences about the present cite, each once. */
const citedIn = new RunMap((blocks) => new Set(blocks.flatMap((block) => citedBy(block).notes)));

function readCited(block: Block): Cited {
  /** By offset, as two patterns may find the same source. */
  const dates = new Map<number, Dated>();
  const notes: string[] = [];
  for (const { passage, sentences } of factsOf(block).passages) {
    const { prose } = passage;
    for (const { span, figures, mentions, notes: references } of sentences) {
      if (!figures.some(({ kind }) => kind === 'claim')) continue;
      const text = prose.text.slice(span.start, span.end);
      const citations = mentions.filter(({ kind }) => kind === 'citation' || kind === 'study');
      // Whether the sentence puts the source into the past, outside the words for the source.
      let rest = text;
      for (const { span: at } of citations) {
        // A citation that spans the whole sentence is a title in italics.
        if (at.start === span.start && at.end === span.end) continue;
        const [from, to] = [at.start - span.start, at.end - span.start];
        rest = rest.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + rest.slice(to);
      }
      if (HISTORY.test(rest)) continue;
      for (const { label } of references) if (label !== undefined) notes.push(label);
      for (const { span: at } of citations) {
        const dated = latest(prose.text.slice(at.start, at.end));
        if (!dated) continue;
        const place = prose.toSource(at.start + dated.span.start, at.start + dated.span.end);
        if (!dates.has(place.start)) dates.set(place.start, { ...dated, span: place });
      }
    }
  }
  return { dates: [...dates.values()], notes };
}

/** The year of a footnote, with its label. */
interface Note extends Dated {
  readonly label: string;
}

const noting = new BlockFinder(
  perBlock((block): Note | undefined => {
    const { node } = block;
    if (node.type !== 'footnoteDefinition') return undefined;
    for (const { prose } of passagesOf(block)) {
      const dated = latest(prose.text);
      if (!dated) continue;
      return { ...dated, span: prose.toSource(dated.span.start, dated.span.end), label: node.identifier };
    }
    return undefined;
  }),
);

/** The latest year of a source. The day on which an address was accessed does not count. */
function latest(text: string): Dated | undefined {
  let found: Dated | undefined;
  for (const match of text.matchAll(YEAR)) {
    const year = Number(match[0]);
    if (/\b(?:accessed|viewed|retrieved|visited|checked)\b[^.;)]{0,30}$/i.test(text.slice(0, match.index)))
      continue;
    if (found && year <= found.year) continue;
    const span = { start: match.index, end: match.index + 4 };
    const limit = LIMITS.find(({ name }) => name.test(text))?.years ?? LIMIT;
    found = { year, limit, recurs: RECURRING.test(text) && !/\bjournal\b/i.test(text), span };
  }
  return found;
}
