/** Tells which facts of the evidence libraries a sentence is on. */
import { type Block, lowerCase, passagesOf } from '../../draft';
import type { Fact } from '../../evidence';
import { measureOf } from '../../evidence/library';
import type { Quantity } from '../../evidence/types';
import { keptFor } from '../../kept-for';
import { startsWord } from '../../words/starts-word';
import { escaped } from './escaped';

/** The facts whose source a sentence, in small letters, names, whose words it has, and of whose time it speaks. */
export function spokenOf(lower: string, facts: readonly Fact[]): readonly Fact[] {
  const years = lower.match(/\b(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\b/g) ?? [];
  const isNamed = once((source: Fact['source']) => namesSource(lower, source));
  const hasWords = once((about: Fact['about']) => hasAll(lower, about));
  return facts.filter(
    ({ source, about, period }) =>
      isNamed(source) &&
      hasWords(about) &&
      (years.length === 0 ||
        years.some((year) => `${period ?? ''} ${source.title} ${source.date}`.includes(year))),
  );
}

/** Facts of one library share their sources and words: each is looked at once. */
function once<K extends object>(ask: (of: K) => boolean): (of: K) => boolean {
  const known = new Map<K, boolean>();
  return (of) => {
    let answer = known.get(of);
    if (answer === undefined) {
      answer = ask(of);
      known.set(of, answer);
    }
    return answer;
  };
}

/** What a block's passages say, in small letters. */
export function textsOf(block: Block): readonly string[] {
  return passagesOf(block).map(({ prose }) => lowerCase(prose.text));
}

/** Finds any of the names of the facts' sources, in small letters. */
const anyNameOf = keptFor((facts: readonly Fact[]): RegExp => {
  const names = new Set(facts.flatMap(({ source }) => inSmallLetters(source)));
  // Without facts, what nothing matches.
  return new RegExp([...names].map(escaped).join('|') || '(?!)');
});

/** The facts whose source a block names: most name none, and need not be read sentence by sentence. */
export function namedIn(block: Block, facts: readonly Fact[]): readonly Fact[] {
  const pattern = anyNameOf(facts);
  const texts = textsOf(block).filter((lower) => pattern.test(lower));
  if (texts.length === 0) return NONE;
  const isNamed = once((source: Fact['source']) => texts.some((lower) => namesSource(lower, source)));
  return facts.filter(({ source }) => isNamed(source));
}

function namesSource(lower: string, source: Fact['source']): boolean {
  return inSmallLetters(source).some((name) => lower.includes(name));
}

/** Whether a sentence, in small letters, has the words of one on the fact. */
export function isAbout(lower: string, { about }: Fact): boolean {
  return hasAll(lower, about);
}

function hasAll(lower: string, about: Fact['about']): boolean {
  return about.length > 0 && about.every((choice) => choice.some((word) => startsWord(lower, word)));
}

const NONE: readonly Fact[] = [];
/** The names of a source as they are looked for. */
const inSmallLetters = keptFor(({ names }: Fact['source']) => names.map((name) => lowerCase(name)));

/** Whether a number is the fact's own. */
export function agrees(quantity: Quantity, { figure }: Fact, text: string): boolean {
  return (
    figure !== undefined &&
    quantity.measure === measureOf(figure) &&
    sameWhenRounded(quantity, figure.value, text)
  );
}

/** Whether the number is the fact's, written as exactly as its author chose: "almost 700,000" for 699,208. */
export function sameWhenRounded({ value, span }: Quantity, exact: number, text: string): boolean {
  if (value === exact) return true;
  const digits = text
    .slice(span.start, span.end)
    .replace(/[^\d.]/g, '')
    .replace(/^0+/, '')
    .replace(/(?:\.0+|(?<![.0])0+)$/, '')
    .replace('.', '').length;
  if (digits === 0) return false;
  const unit = 10 ** (Math.floor(Math.log10(exact)) + 1 - Math.max(digits, 1));
  return (
    Math.abs(Math.round(exact / unit) * unit - value) < unit / 1e6 ||
    Math.abs(Math.floor(exact / unit) * unit - value) < unit / 1e6
  );
}
