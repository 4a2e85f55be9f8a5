import { cover } from './coverage';
import type { Coverage } from './coverage/types';
import { BlockFinder, BlockMap, languagesOf } from './draft';
import { firstWhere } from './draft/first-where';
import type { Block, Change, Draft, PlacedBlock, Span } from './draft/types';
import type { Project } from './project/types';
import { rules } from './rules';
import { placeholderUnfilled } from './rules/placeholder-unfilled';
import { type RuleSettings, settingOf } from './rules/setting';
import { suppressionOf } from './rules/suppression';
import type { Finding, Fix, Pictures, Problem, Rule } from './rules/types';
import type { RuleSetting } from './severity';
import { untouchedIn } from './untouched';
import { isSaidOfPassage, Told } from './yielding';

export interface Analysis {
  readonly coverage: Coverage;
  /** In the order of the text; two at one place in the order of the rules. */
  readonly findings: readonly Finding[];
}

export interface AnalysisOptions {
  /** The kind of document to take a draft for whose front matter names none. */
  readonly kind?: string;
  /** Rule settings of the editor: weaker than the configuration's, which are weaker than the front matter's. */
  readonly settings?: RuleSettings;
  /** One part of the rules, in place of all. */
  readonly part?: Part;
  /** What is known of the pictures' files; without it, none is missed. */
  readonly pictures?: Pictures;
}

/** Halves of the rules, as far as time goes, that have little in common but the draft: for two threads. */
export type Part = 'coverage' | 'rest';

function partOf({ group }: Rule): Part {
  return group === 'coverage' || group === 'structure' || group === 'accessibility' ? 'coverage' : 'rest';
}

/**
 * Judges a draft: what it argues, and what its author should look at. A pure function of its arguments; what
 * depends on a block and the project alone is kept with the block, so that after an edit only the blocks that
 * changed are read again.
 */
export function analyse(draft: Draft, project: Project, options: AnalysisOptions = {}): Analysis {
  const coverage = cover(draft, project, options.kind === undefined ? {} : { kind: options.kind });
  const severityOf = severities(draft, project, options.settings);
  const suppressed = suppressionOf(draft);
  const untouched = untouchedIn(draft, project);
  const languages = languagesOf(draft);
  const found: Found[] = [];

  const isOff = (rule: Rule): boolean =>
    severityOf(rule) === 'off' || (rule.readsEnglish === true && languages.whole !== undefined);
  /** What nobody has written yet is to be filled in, and not judged for anything else. */
  const isUnwritten = ({ span: { start } }: Problem): boolean => {
    const last = untouched[firstWhere(untouched, (placed) => placed.start > start) - 1];
    return last !== undefined && start < last.start + last.block.text.length;
  };
  const isSilent = (rule: Rule, problem: Problem): boolean =>
    isSilenced(rule, problem) || (rule !== placeholderUnfilled && isUnwritten(problem));
  const isSilenced = (rule: Rule, { span }: Problem): boolean =>
    suppressed(rule.id, span.start) || (rule.readsEnglish === true && languages.at(span.start) !== undefined);
  const report = (rule: Rule, order: number, problem: Problem): void => {
    const severity = severityOf(rule);
    if (severity === 'off' || isSilent(rule, problem)) return;
    const { span, message, unless, fixes = [] } = problem;
    const own = problem.severity ?? severity;
    const finding =
      typeof fixes === 'function'
        ? withFixes({ rule: rule.id, severity: own, span, message }, fixes)
        : { rule: rule.id, severity: own, span, message, fixes };
    found.push({ order, finding, ...(unless && { unless }) });
  };

  const { part } = options;
  for (const { found: problems, placed } of finder.in(draft, checksFor(project, part))) {
    for (const { rule, order, problem } of problems)
      if (!isOff(rule)) report(rule, order, place(problem, placed));
  }
  const context = { draft, coverage, project, ...(options.pictures && { pictures: options.pictures }) };
  for (const [order, rule] of rules.entries()) {
    if (!rule.inDraft || isOff(rule)) continue;
    if (part !== undefined && partOf(rule) !== part) continue;
    for (const problem of rule.inDraft(context)) report(rule, order, problem);
  }
  /** Where a rule finds something, also one of the other part. */
  const placesOf = (rule: Rule, index: number): readonly number[] => {
    if (isOff(rule)) return [];
    if (part === undefined || partOf(rule) === part)
      return found.filter((other) => rules[other.order] === rule).map(({ finding }) => finding.span.start);
    const placed = draft.blocks[index]!;
    const inBlock = rule.inBlock?.({ block: placed.block, project }) ?? NONE;
    return [...inBlock.map((problem) => place(problem, placed)), ...(rule.inDraft?.(context) ?? NONE)]
      .filter((problem) => !isSilent(rule, problem))
      .map(({ span }) => span.start);
  };
  const told = new Told(found.map(({ finding }) => finding));
  const kept = found.filter(({ order, finding, unless }) => {
    if (unless?.told.some((rule) => told.tells(rule, unless.in))) return false;
    const { yieldsTo } = rules[order]!;
    if (!yieldsTo) return true;
    const others = rules.filter(({ id }) => yieldsTo.includes(id));
    return !isSaidOfPassage(draft, finding.span.start, (index) =>
      others.flatMap((rule) => placesOf(rule, index)),
    );
  });
  kept.sort((a, b) => a.finding.span.start - b.finding.span.start || a.order - b.order);
  return { coverage, findings: kept.map(({ finding }) => finding) };
}

/** A finding and the position of its rule among the rules. */
interface Found {
  readonly finding: Finding;
  readonly order: number;
  readonly unless?: Problem['unless'];
}

/** A finding that looks its fixes up when they are first asked for. */
function withFixes(finding: Omit<Finding, 'fixes'>, look: () => readonly Fix[]): Finding {
  let fixes: readonly Fix[] | undefined;
  return {
    ...finding,
    get fixes() {
      fixes ??= look();
      return fixes;
    },
  };
}

/** What each rule is set to, or its own default. */
function severities(
  draft: Draft,
  project: Project,
  settings: AnalysisOptions['settings'],
): (rule: Rule) => RuleSetting {
  const known = new Map(
    rules.map((rule) => [rule, settingOf(rule.id, draft, project, settings) ?? rule.severity]),
  );
  return (rule) => known.get(rule) ?? rule.severity;
}

interface BlockProblem {
  readonly rule: Rule;
  readonly order: number;
  readonly problem: Problem;
}

/** The rules that blocks of a project are held against. */
class Checks {
  readonly rules: readonly { readonly order: number; readonly rule: Rule }[];
  /** What all blocks without a problem have in common. */
  readonly nothing = { checks: this, problems: [] } as const;

  constructor(
    readonly project: Project,
    part: Part | undefined,
  ) {
    this.rules = rules.flatMap((rule, order) =>
      rule.inBlock && (part === undefined || partOf(rule) === part) ? [{ order, rule }] : [],
    );
  }
}

const checks = new WeakMap<Project, Map<Part | undefined, Checks>>();

function checksFor(project: Project, part: Part | undefined): Checks {
  let byPart = checks.get(project);
  if (!byPart) {
    byPart = new Map();
    checks.set(project, byPart);
  }
  let found = byPart.get(part);
  if (!found) {
    found = new Checks(project, part);
    byPart.set(part, found);
  }
  return found;
}

/** The problems of blocks, and what they were held against. */
const memory = new BlockMap<{ readonly checks: Checks; readonly problems: readonly BlockProblem[] }>();

function problemsIn(block: Block, checks: Checks): readonly BlockProblem[] {
  let known = memory.get(block);
  if (known?.checks !== checks) {
    const context = { block, project: checks.project };
    const problems: BlockProblem[] = [];
    // By index, here and in other loops over all blocks or words: an iterator leaves an object for each step.
    for (let k = 0; k < checks.rules.length; k++) {
      const { order, rule } = checks.rules[k]!;
      for (const problem of rule.inBlock?.(context) ?? NONE) problems.push({ rule, order, problem });
    }
    known = problems.length > 0 ? { checks, problems } : checks.nothing;
    memory.set(block, known);
  }
  return known.problems;
}

const NONE: readonly never[] = [];

const finder = new BlockFinder((block, checks: Checks) => {
  const problems = problemsIn(block, checks);
  return problems.length > 0 ? problems : undefined;
});

/** The same problem, counted from the start of the draft. */
function place(problem: Problem, { start }: PlacedBlock): Problem {
  const shift = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const { span, fixes } = problem;
  if (!fixes) return { ...problem, span: shift(span) };
  const placed = (all: readonly Fix[]): readonly Fix[] =>
    all.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit): Change => ({ ...edit, span: shift(edit.span) })),
    }));
  return {
    ...problem,
    span: shift(span),
    fixes: typeof fixes === 'function' ? () => placed(fixes()) : placed(fixes),
  };
}
