/**
 * Says how well what the program says agrees with what editors say: `npm run judge [FOLDER …]`.
 *
 * FOLDER has drafts that two editors marked (see `marked.mts`); without one, they are those of
 * `server/train/marks/first-sight`, which took no part in any fitting. Run on the built command line. For each folder it prints
 *   precision  of the findings above a hint: how many stand where at least one editor made a mark for a reason that the
 *              rule is about; the summary of the coverage is a status and not counted
 *   recall     of the marks that both made and neither calls a nit: how many have a finding above a hint
 *   wrong      the same for what both call wrong in itself, which recall leaves out
 *   ticks      precision and recall of “argued” by draft and topic, where both editors agree; of “mentioned”, how often
 *              an editor says at least that
 * and then each rule with how often it was right, each kind of paper, and what is missed by category. `--verbose` lists
 * each finding without a mark and each mark without a finding. `--write` puts the figures of each rule, on the drafts of
 * first sight, where the pages of the rules take them from (`server/src/rules/data/measurements.json`).
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mark, type MarkedDraft, markedDrafts } from './marked.mts';

/** The names of categories of marks on the pages of the rules. */
const CATEGORIES: Readonly<Record<string, string>> = {
  source: 'claims without a source',
  stale: 'old evidence',
  'quote-who': 'quotations without a name',
  part: 'missing parts',
  ask: 'missing asks',
  placeholder: 'places to be filled in',
  access: 'barriers to some readers',
  acronym: 'abbreviations',
  plain: 'hard words and sentences',
  tone: 'words that offend',
  wrong: 'contradictions, overclaims and names of the past',
};

/** The categories of marks that rules can find, by the beginning of their ids. */
const ABOUT: readonly (readonly [rule: RegExp, categories: readonly string[]])[] = [
  [/^figure-/, ['source', 'own-count']],
  [/^source-stale/, ['stale']],
  [/^source-/, ['source', 'stale', 'wrong']],
  [/^evidence-/, ['wrong', 'source', 'stale']],
  [/^quote-/, ['quote-who', 'source', 'own-count']],
  [/^footnote-/, ['source', 'placeholder', 'wrong']],
  [/^placeholder-/, ['placeholder']],
  [/^(?:section|options|summary)-/, ['part', 'ask', 'placeholder']],
  [/^ask-/, ['ask', 'part']],
  [/^acronym-/, ['acronym', 'plain']],
  [/^(?:plain|sentence|reading)-/, ['plain', 'tone']],
  [/^inclusive-/, ['tone']],
  [/^(?:offer-renamed|name-)/, ['wrong', 'stale']],
  [/^claim-/, ['wrong', 'source']],
  [/^(?:numbers|reference)-/, ['wrong']],
  [/^(?:link|alt|heading|table|image|title)-/, ['access', 'placeholder']],
  [/^area-unevidenced/, ['source', 'coverage', 'own-count']],
  [/^(?:area|offer)-/, ['coverage']],
];
const aboutOf = (rule: string): readonly string[] =>
  ABOUT.find(([begins]) => begins.test(rule))?.[1] ?? ['other'];
/** Categories of marks on the paper as a whole, which match a finding in any place; each matches only one. */
const WHOLE = new Set(['part', 'ask', 'coverage']);
/** Categories whose marks should be found. */
const SOUGHT = [
  'source',
  'quote-who',
  'part',
  'ask',
  'placeholder',
  'acronym',
  'plain',
  'access',
  'stale',
  'tone',
];
const AREAS = ['economic', 'education', 'isolation', 'digital', 'cultural'];
const OFFERS = ['reading', 'information-digital', 'culture-creativity', 'health-wellbeing'];

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
}

const argv = process.argv.slice(2);
const verbose = argv.includes('--verbose');
if (argv.includes('--write') && argv.some((arg) => !arg.startsWith('--')))
  throw new Error(
    '--write keeps the figures of the drafts of first sight alone, so it goes without a folder.',
  );
const folders = argv.filter((arg) => !arg.startsWith('--'));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
for (const folder of folders.length > 0
  ? folders
  : [fileURLToPath(new URL('marks/first-sight', import.meta.url))])
  report(folder);

function report(folder: string): void {
  const drafts = markedDrafts(folder);
  const found = run<{ file: string; findings: Found[] }>('check', drafts);
  const byFile = new Map(found.map(({ file, findings }) => [basename(file), findings]));
  const rules = new Map<string, Share>();
  const kinds = new Map<string, Share>();
  const missed = new Map<string, Share>();
  const all = share();
  const heard = share();
  const wrong = share();
  for (const draft of drafts) {
    const findings = byFile.get(draft.file) ?? [];
    const loud = findings.filter(({ severity, rule }) => severity !== 'hint' && rule !== 'coverage-summary');
    const taken = new Set<Mark>();
    for (const finding of loud) {
      const right = draft.marks.map((marks) => answered(draft, finding, marks, taken)).some(Boolean);
      for (const to of [all, of(rules, finding.rule), of(kinds, draft.kind || 'no kind')]) count(to, right);
      if (verbose && !right)
        console.log(
          `no mark  ${finding.rule} ${draft.file}:${finding.line} ${finding.message.slice(0, 100)}`,
        );
    }
    for (const mark of agreed(draft)) {
      const right = loud.some((finding) => answers(draft, finding, mark));
      count(mark.category === 'wrong' ? wrong : heard, right);
      count(of(missed, mark.category), right);
      if (verbose && !right)
        console.log(`no find  ${mark.category} ${draft.file}:${mark.line} “${mark.quote}” ${mark.note}`);
    }
  }
  if (argv.includes('--write')) write(drafts.length, rules, missed);
  const words = drafts.reduce((sum, draft) => sum + draft.words, 0);
  console.log(
    `${folder}: ${drafts.length} drafts, ${words} words, ${all.of} findings above a hint (${((1000 * all.of) / words).toFixed(1)} for 1,000 words)`,
  );
  console.log(`precision ${shown(all)}   recall ${shown(heard)}   wrong ${shown(wrong)}`);
  ticks(drafts);
  for (const [title, shares] of [
    ['right, by rule', rules],
    ['right, by kind of paper', kinds],
    ['found, by category of mark', missed],
  ] as const)
    console.log(
      `${title}: ${[...shares]
        .sort((a, b) => b[1].of - a[1].of)
        .map(([name, s]) => `${name} ${s.yes}/${s.of}`)
        .join(', ')}`,
    );
}

/** Writes how often each rule was right, and how many of the marks in its first category were found. */
function write(drafts: number, right: ReadonlyMap<string, Share>, found: ReadonlyMap<string, Share>): void {
  const byRule = [...right].sort(([a], [b]) => (a < b ? -1 : 1));
  const source = {
    drafts,
    rules: Object.fromEntries(
      byRule.map(([rule, share]) => {
        const [category = ''] = aboutOf(rule);
        const marks = found.get(category);
        return [
          rule,
          {
            right: share.yes,
            of: share.of,
            ...(marks &&
              CATEGORIES[category] && { about: CATEGORIES[category], found: marks.yes, marked: marks.of }),
          },
        ];
      }),
    ),
  };
  writeFileSync(
    new URL('../src/rules/data/measurements.json', import.meta.url),
    `${JSON.stringify(source, null, 2)}\n`,
  );
}

/** Marks of the first editor that the second one made as well, neither as a nit. */
function agreed({ marks: [first, second], blocks }: MarkedDraft): Mark[] {
  const alike = (a: string, b: string) => a === b || [a, b].every((c) => c === 'part' || c === 'ask');
  return first.filter(
    ({ category, severity, line }) =>
      severity !== 'nit' &&
      (category === 'wrong' || SOUGHT.includes(category)) &&
      second.some(
        (other) =>
          other.severity !== 'nit' &&
          alike(other.category, category) &&
          (blocks[other.line] === blocks[line] || WHOLE.has(category)),
      ),
  );
}

function answers({ blocks }: MarkedDraft, { rule, line }: Found, mark: Mark): boolean {
  return (
    aboutOf(rule).includes(mark.category) && (blocks[mark.line] === blocks[line] || WHOLE.has(mark.category))
  );
}

function answered(draft: MarkedDraft, finding: Found, marks: readonly Mark[], taken: Set<Mark>): boolean {
  const { blocks } = draft;
  const mark = marks.find(
    (one) =>
      answers(draft, finding, one) &&
      !(WHOLE.has(one.category) && blocks[one.line] !== blocks[finding.line] && taken.has(one)),
  );
  if (mark && WHOLE.has(mark.category)) taken.add(mark);
  return mark !== undefined;
}

function ticks(drafts: readonly MarkedDraft[]): void {
  interface Topic {
    readonly id: string;
    readonly state: string;
  }
  const covered = run<{ file: string; areas: Topic[]; offers: Topic[] }>('coverage', drafts);
  const byFile = new Map(covered.map((c) => [basename(c.file), [...c.areas, ...c.offers]]));
  for (const [name, topics] of [
    ['areas', AREAS],
    ['offers', OFFERS],
  ] as const) {
    const precision = share();
    const recall = share();
    const mentioned = share();
    for (const { file, argued } of drafts) {
      for (const id of topics) {
        const state = byFile.get(file)?.find((topic) => topic.id === id)?.state;
        const is = state === 'argued' || state === 'evidenced';
        const [a, b] = argued.map((one) => one[id]);
        if ((a === 'argued') === (b === 'argued')) {
          if (is) count(precision, a === 'argued');
          if (a === 'argued') count(recall, is);
          if (verbose && is !== (a === 'argued'))
            console.log(`${is ? 'false tick' : 'no tick'} ${id} ${file} (${state}; ${a}/${b})`);
        }
        if (state === 'mentioned') count(mentioned, a !== undefined || b !== undefined);
      }
    }
    console.log(
      `ticks of ${name}: precision ${shown(precision)}   recall ${shown(recall)}   mentioned right ${shown(mentioned)}`,
    );
  }
}

/** The JSON output of a command on drafts. */
function run<T>(command: string, drafts: readonly MarkedDraft[]): T[] {
  const args = [cli, command, '--format', 'json', ...drafts.map(({ path }) => path)];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { maxBuffer: 2 ** 28 }).toString()) as T[];
  } catch (error) {
    // With findings, the exit status is 1.
    const { stdout } = error as { stdout?: Buffer };
    if (!stdout?.length) throw error;
    return JSON.parse(stdout.toString()) as T[];
  }
}

interface Share {
  yes: number;
  of: number;
}

function share(): Share {
  return { yes: 0, of: 0 };
}

function count(to: Share, yes: boolean): void {
  to.of++;
  if (yes) to.yes++;
}

function of(shares: Map<string, Share>, name: string): Share {
  let found = shares.get(name);
  if (!found) {
    found = share();
    shares.set(name, found);
  }
  return found;
}

function shown({ yes, of: all }: Share): string {
  return all === 0 ? '–' : `${(yes / all).toFixed(2)} (${yes}/${all})`;
}
