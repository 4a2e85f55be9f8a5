/**
 * Checks that every regular expression of the product runs in linear time, and fails otherwise.
 *
 *     npm run patterns
 *
 * The verdicts are kept in `scripts/patterns.json`, by a hash of source and flags, so that only new patterns take time.
 * "linear" is proved. "searched" means that it cannot be proved, as for lookaround, but that a search for a text that takes
 * long found none. "bounded: …" means that it is not linear, and says what limits its texts. With CI set, the file is not
 * changed.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { builtBy, type Pattern, sourcesOf, writtenIn } from './lib/patterns.ts';
import { type Verdict, verdictOf } from './lib/verdicts.ts';

const kept = new URL('patterns.json', import.meta.url);
const known = JSON.parse(readFileSync(kept, 'utf8')) as Readonly<Record<string, string>>;

/** A text with two sources that are often confused, as no example of a rule has one. */
const CONFUSED =
  '“Making a Difference: Libraries, Lockdown and Looking Ahead” is by the University of East Anglia.\n';

/** Makes the product construct the patterns that it does not construct when it is loaded. */
async function use(): Promise<void> {
  const { ENTRIES } = await import('../server/src/words/phrases');
  for (const entry of ENTRIES.values()) void entry.pattern;
  const { KINDS } = await import('../server/src/draft/unfilled');
  for (const { looks } of KINDS) looks();
  const { analyse } = await import('../server/src/analysis');
  const { parseDraft } = await import('../server/src/draft');
  const { builtInProject } = await import('../server/src/project');
  const { rules } = await import('../server/src/rules');
  for (const { example } of rules)
    for (const text of [example.bad, example.good, CONFUSED])
      analyse(parseDraft(text), builtInProject).findings.length;
}

const written = [...sourcesOf('server/src'), ...sourcesOf('client/src')].map(writtenIn);
const places = written.flatMap(({ built }) => built);
const built = await builtBy([...new Set(places.map((place) => place.split(':')[0]!))], use);
const made = new Set(built.map(({ place }) => place));
const problems = places
  .filter((place) => !made.has(place))
  .map(
    (place) => `${place} puts a pattern together that was not made here: have scripts/patterns.mts make it.`,
  );

const byHash = new Map<string, Pattern[]>();
for (const pattern of [...written.flatMap(({ patterns }) => patterns), ...built]) {
  const hash = createHash('sha256').update(`${pattern.source}/${pattern.flags}`).digest('hex').slice(0, 16);
  byHash.set(hash, [...(byHash.get(hash) ?? []), pattern]);
}

const verdicts: Record<string, string> = {};
const keep = (): void => {
  if (process.env.CI) return;
  const sorted = Object.entries(verdicts).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(kept, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
};
for (const hash of byHash.keys()) if (known[hash] !== undefined) verdicts[hash] = known[hash];
let asked = 0;
for (const [hash, patterns] of byHash) {
  if (verdicts[hash] !== undefined) continue;
  const { source, flags } = patterns[0]!;
  const verdict = await verdictOf(source, flags);
  asked++;
  if (verdict.says === 'linear' || verdict.says === 'searched') {
    verdicts[hash] = verdict.says;
    if (asked % 20 === 0) keep();
  } else problems.push(problemText(hash, patterns, verdict));
}
keep();

function problemText(hash: string, patterns: readonly Pattern[], verdict: Verdict): string {
  const { source, flags } = patterns[0]!;
  const lines = [
    `${[...new Set(patterns.map(({ place }) => place))].join(', ')}: /${source}/${flags}`,
    verdict.says === 'vulnerable'
      ? `  takes ${verdict.how} time, as on ${verdict.attack}`
      : `  could not be read by the checker${verdict.says === 'unknown' ? `: ${verdict.how}` : ''}`,
    '  Anchor it, give what repeats a longest length or an end of its own, let (?<!x) stand before x+, or use plain code.',
    `  Where no long text can come to it, say so in scripts/patterns.json: "${hash}": "bounded: …".`,
  ];
  return lines.join('\n');
}

const count = (says: string): number =>
  Object.values(verdicts).filter((verdict) => verdict.split(':')[0] === says).length;
console.log(
  `${byHash.size} patterns, ${asked} of them new: ${count('linear')} linear, ${count('searched')} searched, ${count('bounded')} bounded, ${problems.length} problems.`,
);
for (const problem of problems) console.error(problem);
// Otherwise the checker's process keeps this one running.
process.exit(problems.length > 0 ? 1 : 0);
