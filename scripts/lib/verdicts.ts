/**
 * The verdict of recheck on a regular expression: whether some text makes it take more than linear time.
 *
 * Its automaton checker proves that there is none, or returns one. It cannot read lookaround and backreferences, and may
 * time out on long alternations; so such a pattern is split into parts that together take at least as long. If that is not
 * possible either, such a text is searched for, first among some of ours and then at random, which proves nothing. A text
 * that is found is tried.
 */
import { spawnSync } from 'node:child_process';
import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp';
import { check, type Diagnostics } from 'recheck';

export type Verdict =
  | { readonly says: 'linear' | 'searched' }
  | { readonly says: 'vulnerable'; readonly how: string; readonly attack: string }
  | { readonly says: 'unknown'; readonly how: string };

/** The time for one part in the automaton checker, for all parts of a pattern, and for the search, in milliseconds. */
const QUESTION = 2_000;
const PROOF = 8_000;
const SEARCH = 30_000;
/** The length of a text that is tried, in characters, and the time that the pattern may take for it, in milliseconds. */
const LONG = 100_000;
const BUSY = 100;

/**
 * Repeated, what searches at random rarely come upon: letters between which `\b` sees ends of words (it knows none with
 * an accent), and words that are joined or follow each other.
 */
const STUMBLES = ['aé', 'Aé', 'e\u0301', 'A-', 'A’’', 'a’s ', 'A. ', 'é, ', 'A and ', '1,', '“a” '];

/** A private-use character, which no pattern contains. */
const NOWHERE = '\\uE000';

/** @param share how much of the time for a proof is taken, up to 1 */
export async function verdictOf(source: string, flags: string, share = 1): Promise<Verdict> {
  const whole = await check(source, flags, { checker: 'automaton', timeout: QUESTION * share });
  if (whole.status === 'safe') return { says: 'linear' };
  if (whole.status === 'vulnerable') return vulnerable(whole);
  if (whole.error.kind !== 'timeout' && whole.error.kind !== 'unsupported')
    return { says: 'unknown', how: whole.error.kind };
  if (await isLinearInParts(source, flags, share)) return { says: 'linear' };
  const stumbles = STUMBLES.find((pump) =>
    isBusy(source, flags, { pumps: [{ prefix: '', pump }], suffix: '' }),
  );
  if (stumbles !== undefined)
    return { says: 'vulnerable', how: 'too much', attack: `${JSON.stringify(stumbles)}, over and over` };
  const searched = await check(source, flags, { checker: 'fuzz', timeout: SEARCH, maxIteration: 3 });
  if (searched.status === 'safe') return { says: 'searched' };
  if (searched.status === 'vulnerable')
    return isBusy(source, flags, searched.attack) ? vulnerable(searched) : { says: 'searched' };
  // A search that timed out has found nothing either.
  return searched.error.kind === 'timeout'
    ? { says: 'searched' }
    : { says: 'unknown', how: searched.error.kind };
}

function vulnerable({ complexity, attack }: Extract<Diagnostics, { status: 'vulnerable' }>): Verdict {
  return { says: 'vulnerable', how: complexity.summary, attack: attack.pattern };
}

interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Whether a pattern takes too long for a text. Tried in another process, as it may never end. */
function isBusy(source: string, flags: string, { pumps, suffix }: Attack): boolean {
  const tried = spawnSync(process.execPath, ['--eval', TRY], {
    input: JSON.stringify({ source, flags, pumps, suffix, LONG, BUSY }),
    encoding: 'utf8',
    timeout: 20_000,
  });
  return tried.status !== 0 || Number(tried.stdout) > BUSY;
}

/** Tries longer and longer texts. Prints the processor time in milliseconds of the longest, or the first that is too long. */
const TRY = `
  const { source, flags, pumps, suffix, LONG, BUSY } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const pattern = new RegExp(source, flags);
  const textOf = (times) => pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
  let took = 0;
  for (let times = 16, text = ''; text.length < LONG; times *= 2) {
    text = textOf(times);
    const before = process.cpuUsage().user;
    pattern.global ? text.match(pattern) : pattern.exec(text);
    took = (process.cpuUsage().user - before) / 1000;
    if (took > BUSY) break;
  }
  console.log(took);
`;

/** Whether a pattern is proved linear by parts that together take at least as long. */
async function isLinearInParts(source: string, flags: string, share: number): Promise<boolean> {
  const parts = alternativesOf(source, flags);
  const end = performance.now() + PROOF * share;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    if (performance.now() > end) return false;
    const bare = withoutAssertions(part, flags);
    if (bare === undefined) return false;
    const said = await check(bare, flags, { checker: 'automaton', timeout: (QUESTION * share) / 2 });
    if (said.status === 'safe') continue;
    if (said.status === 'vulnerable' || said.error.kind !== 'timeout') return false;
    const halves = halved(part, flags);
    if (!halves) return false;
    parts.push(...halves);
  }
  return true;
}

/**
 * The pattern without its lookarounds, and with an end that no text has. It takes at least as long, as it goes on in more
 * places and never matches before all was tried. Undefined if that is not certain, because of an unbounded lookaround or
 * a backreference.
 */
function withoutAssertions(written: string, flags: string): string | undefined {
  const source = afterCharacter(written, flags);
  const cuts: { readonly start: number; readonly end: number }[] = [];
  let known = true;
  const literal = parseRegExpLiteral(`/${source}/${flags}`);
  visitRegExpAST(literal, {
    onAssertionEnter(node) {
      if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return;
      if (cuts.some(({ start, end }) => start <= node.start && node.end <= end)) return;
      cuts.push(node);
      visitRegExpAST(node, {
        onQuantifierEnter({ max }) {
          if (max === Number.POSITIVE_INFINITY) known = false;
        },
      });
    },
    onBackreferenceEnter() {
      known = false;
    },
  });
  if (!known) return undefined;
  if (cuts.length === 0) return source;
  let left = '';
  let at = 1;
  for (const { start, end } of cuts) {
    left += `${literal.raw.slice(at, start)}(?:)`;
    at = end;
  }
  return `(?:${left}${literal.raw.slice(at, literal.pattern.end)})${NOWHERE}`;
}

/** The alternatives of a pattern. Together they take at least as long, as each may be tried before another one matches. */
function alternativesOf(source: string, flags: string): string[] {
  const { pattern } = parseRegExpLiteral(`/${source}/${flags}`);
  return pattern.alternatives.map(({ raw }) => raw);
}

/**
 * A pattern that begins with a lookbehind of one character, changed to read that character, which takes as long. Others
 * stay as they are.
 */
function afterCharacter(source: string, flags: string): string {
  const { pattern, raw } = parseRegExpLiteral(`/${source}/${flags}`);
  const first = pattern.alternatives.length === 1 ? pattern.alternatives[0]!.elements[0] : undefined;
  if (first?.type !== 'Assertion' || first.kind !== 'lookbehind') return source;
  const pieces = first.alternatives.map(({ elements }) => (elements.length === 1 ? elements[0] : undefined));
  const rest = raw.slice(first.end, pattern.end);
  if (first.negate) {
    const [only] = pieces;
    if (
      pieces.length > 1 ||
      (only?.type !== 'CharacterClass' && only?.type !== 'CharacterSet' && only?.type !== 'Character')
    )
      return source;
    return `(?:^|${notOf(only)})${rest}`;
  }
  const known = pieces.every(
    (piece) =>
      piece?.type === 'CharacterClass' ||
      piece?.type === 'CharacterSet' ||
      piece?.type === 'Character' ||
      (piece?.type === 'Assertion' && piece.kind === 'start'),
  );
  return known ? `(?:${pieces.map((piece) => piece!.raw).join('|')})${rest}` : source;
}

/** A pattern for any other character. */
function notOf(element: AST.CharacterClass | AST.CharacterSet | AST.Character): string {
  if (element.type !== 'CharacterClass') return `[^${element.raw}]`;
  return element.raw.startsWith('[^') ? `[${element.raw.slice(2)}` : `[^${element.raw.slice(1)}`;
}

/** Two patterns, each with half of the longest alternation that is not repeated; undefined for none. */
function halved(source: string, flags: string): readonly [string, string] | undefined {
  const { pattern, raw } = parseRegExpLiteral(`/${source}/${flags}`);
  let longest: readonly AST.Alternative[] = [];
  const look = (alternatives: readonly AST.Alternative[]): void => {
    if (alternatives.length > longest.length) longest = alternatives;
    for (const { elements } of alternatives) {
      for (const element of elements) {
        if (element.type === 'Group' || element.type === 'CapturingGroup') look(element.alternatives);
      }
    }
  };
  look(pattern.alternatives);
  if (longest.length < 2) return undefined;
  const first = longest[0]!.start;
  const last = longest.at(-1)!.end;
  const middle = longest[longest.length >> 1]!.start;
  const only = (start: number, end: number): string =>
    raw.slice(1, first) + raw.slice(start, end) + raw.slice(last, pattern.end);
  return [only(first, middle - 1), only(middle, last)];
}
