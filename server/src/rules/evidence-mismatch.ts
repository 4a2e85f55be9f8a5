import { allIn, type Block, BlockFinder, lowerCase, type Passage, type Span } from '../draft';
import { evidenceOf, type Fact, quantitiesIn } from '../evidence';
import { measureOf } from '../evidence/library';
import type { Quantity } from '../evidence/types';
import { escapeRegExp } from '../text/escape-regexp';
import { addAll, addTo } from '../util/lists';
import { getOrInsert, memoized } from '../util/memoize';
import { sentencesOf, spanIn } from './lib/blocks/prose';
import {
  agrees,
  firstNear,
  hasAll,
  inSmallLetters,
  namesAny,
  once,
  publishersOf,
  sameWhenRounded,
  spokenOf,
} from './lib/evidence/facts';
import { knownIn, type NotedFacts, perBlockAndNotes } from './lib/evidence/noted-facts';
import { rule } from './lib/rule';
import type { Problem } from './types';

/** The largest difference, as a fraction of the fact's number, at which another number is taken for a misquotation. */
const NEAR = 0.12;

export const evidenceMismatch = rule('evidence-mismatch', {
  inBlock({ block, project }) {
    const { facts } = evidenceOf(project);
    return [...(namesAny(block, facts) ? confusions(block, facts) : []), ...misuses(block, facts)];
  },
  inDraft({ draft, project }) {
    const { facts } = evidenceOf(project);
    return allIn(figures, draft, knownIn(draft, facts));
  },
});

const figures = new BlockFinder(
  perBlockAndNotes((block, facts, notes): readonly Problem[] =>
    notes.size > 0 || namesAny(block, facts, 'publishers') ? figuresOff(block, facts, notes) : [],
  ),
);

/** The footnotes of a sentence, where the library knows what they name. */
function notesOf(block: Block, { start, end }: Span, notes: NotedFacts['notes']): string {
  if (notes.size === 0) return '';
  const behind = /^[.,;:!?"”’)*_\s]*(?:\[\^[^\]\s]+\])*/.exec(block.text.slice(end, end + 200))![0];
  const source = lowerCase(block.text.slice(start, end) + behind);
  const labels = new Set([...source.matchAll(/\[\^([^\][\s]{1,200})\]/g)].map(([, label]) => label!));
  return [...labels].flatMap((label) => notes.get(label) ?? []).join('\n');
}

function figuresOff(block: Block, facts: readonly Fact[], notes: NotedFacts['notes']): readonly Problem[] {
  const problems: Problem[] = [];
  for (const sentence of sentencesOf(block)) {
    const { passage, span, text } = sentence;
    if (passage.inFootnote || !/\d/.test(text)) continue;
    const isSpokenOf = spokenOf(text, notesOf(block, passage.prose.toSource(span.start, span.end), notes));
    const quantities = quantitiesIn(text);
    const isOfOthers = otherSubjects(text);
    // If the sentence also has the fact's own figure, the author knows it, so the other figure is about something else.
    const isOpen = (fact: Fact): boolean =>
      !quantities.some((quantity) => agrees(quantity, fact, text)) && !isOfOthers(fact);
    for (const quantity of quantities) {
      // A figure that agrees with any of the facts is right.
      if (firstNear(facts, quantity, (fact) => isSpokenOf(fact) && agrees(quantity, fact, text))) continue;
      const near =
        firstNear(
          facts,
          quantity,
          (fact) => isSpokenOf(fact) && isNear(quantity, fact, text) && isOpen(fact),
        ) ?? firstSwapped(facts, quantity, text, (fact) => isSpokenOf(fact) && isOpen(fact));
      if (near === undefined) continue;
      const { statement, source, period } = near;
      problems.push({
        span: spanIn(sentence, quantity.span),
        message: `This differs from what ${source.publisher} gave${period ? ` for ${period}` : ''}: “${statement}” Correct it, or say of which place, people or year yours is.`,
      });
    }
  }
  return problems;
}

/** Whether a quantity is a different number for the same thing: with the same measure, and close to the fact's. */
function isNear(quantity: Quantity, { figure }: Fact, text: string): boolean {
  if (!figure || quantity.measure !== measureOf(figure)) return false;
  const off = Math.abs((quantity.value - figure.value) / figure.value);
  return off <= NEAR && !sameWhenRounded(quantity, figure.value, text);
}

/** Of fewer digits, other counts may well be made. */
const FEWEST_DIGITS = 3;

/** The first fact whose figure a number is but for two neighbouring digits: “41.5 million” for 14.5 million. */
function firstSwapped(
  facts: readonly Fact[],
  quantity: Quantity,
  text: string,
  test: (fact: Fact) => boolean,
): Fact | undefined {
  const { start, end } = quantity.span;
  const written = /\d[\d,.]*\d/.exec(text.slice(start, end))?.[0] ?? '';
  const digits = written.replace(/\D/g, '');
  if (quantity.measure === 'percent' || digits.length < FEWEST_DIGITS) return undefined;
  const one = quantity.value / Number(written.replaceAll(',', ''));
  const point = written.includes('.') ? written.length - 1 - written.lastIndexOf('.') : 0;
  for (let at = 0; at + 1 < digits.length; at++) {
    const swapped = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
    const value = (Number(swapped) / 10 ** point) * one;
    if (value === quantity.value) continue;
    const fact = firstNear(
      facts,
      { ...quantity, value },
      (fact) =>
        measureOf(fact.figure ?? { unit: '' }) === quantity.measure &&
        Math.abs(value - fact.figure!.value) < fact.figure!.value / 1e9 &&
        test(fact),
    );
    if (fact) return fact;
  }
  return undefined;
}

/** A fact and the names that authors wrongly give with its source. */
interface Confusion {
  readonly fact: Fact;
  /** Matches any of the names in `each`. */
  readonly any: RegExp;
  readonly each: readonly { readonly names: RegExp; readonly say: string }[];
}

const confusionsOf = memoized((facts: readonly Fact[]): readonly Confusion[] =>
  facts.flatMap((fact) => {
    const each = fact.confusions.flatMap(({ with: names, say }) => (names ? [{ names, say }] : []));
    if (each.length === 0) return [];
    return {
      fact,
      any: anyOf(each.flatMap(({ names }) => names)),
      each: each.map(({ names, say }) => ({ names: anyOf(names), say })),
    };
  }),
);

function anyOf(names: readonly string[]): RegExp {
  return new RegExp(
    `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])(?:${names.map(escapeRegExp).join('|')})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])`,
    'u',
  );
}

/** The most problems reported for one sentence: a library may have a thousand confusions for a figure. */
const MOST_OF_SENTENCE = 5;

function confusions(block: Block, facts: readonly Fact[]): readonly Problem[] {
  const problems: Problem[] = [];
  const all = confusionsOf(facts);
  if (all.length === 0) return problems;
  for (const { passage, span, text } of sentencesOf(block)) {
    const lower = lowerCase(text);
    const found: Problem[] = [];
    for (const { fact, any, each } of all) {
      if (found.length >= MOST_OF_SENTENCE) break;
      const own = inSmallLetters(fact.source).find((name) => lower.includes(name));
      if (own === undefined || !any.test(text)) continue;
      for (const { names, say } of each) {
        if (!names.test(text) || found.length >= MOST_OF_SENTENCE) continue;
        const at = span.start + lower.indexOf(own);
        found.push({ span: passage.prose.toSource(at, at + own.length), message: say });
      }
    }
    addAll(problems, found);
  }
  return problems;
}

/** A figure that is often quoted for more than it covers, and the words of which one must be near it. */
interface Misuse {
  readonly about: Fact['about'];
  readonly without: readonly string[];
  readonly say: string;
}

/** The misuses by figure (measure and value), and the subjects of their facts. */
const misusesOf = memoized((facts: readonly Fact[]) => {
  const found = new Map<string, Misuse[]>();
  for (const { figure, about, confusions } of facts) {
    for (const { without, say } of confusions) {
      if (!figure || !without) continue;
      const misuse = { about, without: without.map(lowerCase), say };
      addTo(found, `${measureOf(figure)} ${figure.value}`, misuse);
    }
  }
  const abouts = new Set([...found.values()].flatMap((all) => all.map(({ about }) => about)));
  return { byFigure: found as ReadonlyMap<string, readonly Misuse[]>, abouts: [...abouts] };
});

/** Figures quoted for more than they cover, in passages without any word that limits them. */
function misuses(block: Block, facts: readonly Fact[]): readonly Problem[] {
  const problems: Problem[] = [];
  const { byFigure, abouts } = misusesOf(facts);
  if (abouts.length === 0 || !/\d/.test(block.text)) return problems;
  const lacking = new Map<Passage, (misuse: Misuse) => boolean>();
  for (const sentence of sentencesOf(block)) {
    const { passage, text } = sentence;
    if (passage.inFootnote || !/\d/.test(text)) continue;
    const lower = lowerCase(text);
    // Checked first, because finding the quantities takes longer.
    if (!abouts.some((about) => hasAll(lower, about))) continue;
    const isOn = once((about: Fact['about']) => hasAll(lower, about));
    const lacks = getOrInsert(lacking, passage, () => {
      const around = lowerCase(passage.prose.text);
      return once(({ without }: Misuse) => !without.some((word) => around.includes(word)));
    });
    const reported = new Set<string>();
    const found: Problem[] = [];
    for (const { value, measure, span: at } of quantitiesIn(text)) {
      const figure = `${measure} ${value}`;
      if (reported.has(figure)) continue;
      reported.add(figure);
      for (const misuse of byFigure.get(figure) ?? []) {
        if (found.length >= MOST_OF_SENTENCE) break;
        if (!isOn(misuse.about) || !lacks(misuse)) continue;
        found.push({ span: spanIn(sentence, at), message: misuse.say });
      }
    }
    addAll(problems, found);
  }
  return problems;
}

/** Words for a part of the country or of its people: "in our county", "we lent", "women", "people over 65". */
const SOME =
  /\b(?:(?:our|this|the)\s+(?:county|borough|city|district|town|village|ward|parish|region|authority|council|area|branch|estate)|our|we\s+(?:also\s+)?(?:had|spent|spend|recorded|reached|lent|saw|received|offer|offered|welcomed)|local(?:ly)?|midlands|(?:north|south|east|west)(?:ern)?|rural|urban|aged?|(?:over|under)[\s-]?\d\ds?|\d\d\s+(?:and|or)\s+(?:over|older|under|younger)|women|men|girls|boys|mothers|fathers|parents|carers|students|teenagers|pensioners|(?:disabled|young|younger|old|older|retired|unemployed|employed|asian|black|white|muslim|minority|poorer|poorest|richer|deprived|low-income|deaf|blind|lonely|single|migrant)\s+\w+|(?:adults|people)\s+(?:with|without|living|in\s+(?:work|poverty)|from))\b/i;
/** A name within a sentence; at its start, only one that is a council or that has, spends or lends something. */
const NAME =
  /(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+|^(?!(?:It|They|We|He|She|This|That|There)\b)\p{Lu}\p{Ll}+(?=[’']s\s|\s(?:County|City|Borough|Council)\b|(?<!s)\s(?:had|spent|lent|reached)\b)/gu;
/** Capitalised words that do not limit a figure to a place: they cover a larger area than any fact, or are no place. */
const WIDE =
  /^(?:English|Great|Britain|British|United|Kingdom|January|February|March|April|May|June|July|August|September|October|November|December|Covid|Parliament|Government)$/;

/**
 * Tests whether a sentence is about another place or group than a fact. Then its figure is not a misquotation.
 *
 * @returns the test for a fact. The sentence is searched once for each source.
 */
function otherSubjects(text: string): (fact: Fact) => boolean {
  const bySource = new Map<Fact['source'], { readonly some: boolean; readonly places: readonly string[] }>();
  return ({ source, holds }) => {
    const { some, places } = getOrInsert(bySource, source, () => {
      const names = [source.publisher, source.title, ...source.names, ...publishersOf(source)].map(
        escapeRegExp,
      );
      // “SLIC’s Library Data” is SLIC Library Data.
      const written = names.map((name) => name.replaceAll(' ', "(?:[’']s)? "));
      // "Reading" in The Reading Agency is no town.
      const rest = text.replace(new RegExp(written.join('|'), 'gi'), (name) => '·'.repeat(name.length));
      return { some: SOME.test(rest), places: (rest.match(NAME) ?? []).filter((name) => !WIDE.test(name)) };
    });
    return some || (holds !== undefined && places.some((name) => !holds.includes(name)));
  };
}
