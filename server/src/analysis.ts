import { cover } from './coverage';
import type { Coverage } from './coverage/types';
import { BlockFinder, languagesOf, passagesOf } from './draft';
import { perBlockFor } from './draft/block-map';
import { firstWhere, overlapping } from './draft/first-where';
import { lastIndex } from './draft/positions';
import type { Change, Draft, PlacedBlock, Span } from './draft/types';
import { getOrInsert } from './memoize';
import type { Project } from './project/types';
import { rules } from './rules';
import { type RuleSettings, settingOf } from './rules/lib/setting';
import { suppressionOf } from './rules/lib/suppression';
import { placeholderUnfilled } from './rules/placeholder-unfilled';
import type { Finding, Fix, Pictures, Problem, Rule } from './rules/types';
import type { RuleSetting } from './severity';
import { untouchedIn } from './skeleton/untouched';

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
  /** What is known of the pictures' files; without it, none is missed. */
  readonly pictures?: Pictures;
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
  const isUnwritten = ({ span }: Problem): boolean => untouched.length > 0 && isIn(untouched, span.start);
  const isSilent = (rule: Rule, problem: Problem): boolean =>
    isSilenced(rule, problem) || (rule !== placeholderUnfilled && isUnwritten(problem));
  const isSilenced = (rule: Rule, { span }: Problem): boolean =>
    suppressed(rule.id, span.start) || (rule.readsEnglish === true && languages.at(span.start) !== undefined);
  const report = (rule: Rule, order: number, problem: Problem): void => {
    const severity = severityOf(rule);
    if (severity === 'off' || isSilent(rule, problem)) return;
    const { span, message, unless, fixes = NO_FIXES } = problem;
    const own = problem.severity ?? severity;
    const finding =
      typeof fixes === 'function'
        ? withFixes({ rule: rule.id, severity: own, span, message }, fixes)
        : { rule: rule.id, severity: own, span, message, fixes };
    found.push({ order, finding, unless });
  };

  for (const { found: problems, placed } of finder.in(draft, project)) {
    for (const { rule, order, problem } of problems)
      if (!isOff(rule)) report(rule, order, place(problem, placed));
  }
  const context = { draft, coverage, project, ...(options.pictures && { pictures: options.pictures }) };
  for (const [order, rule] of rules.entries()) {
    if (!rule.inDraft || isOff(rule)) continue;
    for (const problem of rule.inDraft(context)) report(rule, order, problem);
  }
  const reported = reportedIn(found.map(({ finding }) => finding));
  const isReported = ({ told, in: stretch }: NonNullable<Problem['unless']>): boolean =>
    told.some((rule) => reported(rule, stretch));
  const isSaid = ({ span }: Finding, yieldsTo: readonly string[]): boolean => {
    const others = found.filter((other) => yieldsTo.includes(other.finding.rule));
    return isSaidOfPassage(
      draft,
      span.start,
      others.map((other) => other.finding.span.start),
    );
  };
  const kept = found.filter(({ order, finding, unless }) => {
    if (unless && isReported(unless)) return false;
    const { yieldsTo } = rules[order]!;
    return yieldsTo === undefined || !isSaid(finding, yieldsTo);
  });
  kept.sort((a, b) => a.finding.span.start - b.finding.span.start || a.order - b.order);
  return { coverage, findings: kept.map(({ finding }) => finding) };
}

/** A finding and the position of its rule among the rules. */
interface Found {
  readonly finding: Finding;
  readonly order: number;
  readonly unless: Problem['unless'];
}

const NO_FIXES: readonly Fix[] = [];

/** Whether an offset of the draft is in one of some blocks. */
function isIn(blocks: readonly PlacedBlock[], offset: number): boolean {
  const last = blocks[firstWhere(blocks, ({ start }) => start > offset) - 1];
  return last !== undefined && offset < last.start + last.block.text.length;
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

/** The rules that look at a block by itself, with their places among the rules. */
const blockRules = [...rules.entries()].filter(([, rule]) => rule.inBlock);

const finder = new BlockFinder(
  perBlockFor((block, project: Project): readonly BlockProblem[] =>
    blockRules.flatMap(([order, rule]) =>
      rule.inBlock!({ block, project }).map((problem) => ({ rule, order, problem })),
    ),
  ),
);

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

/**
 * Whether something is found in the passage that an offset of the draft stands in.
 *
 * @param places where it is found, as offsets in the draft
 */
function isSaidOfPassage(draft: Draft, offset: number, places: readonly number[]): boolean {
  const placed = draft.blocks[lastIndex(draft, ({ start }) => start <= offset)];
  const isIn = ({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean =>
    start <= at - placed!.start && at - placed!.start < end;
  const passage = placed && passagesOf(placed.block).find(({ span }) => isIn(span, offset));
  return passage !== undefined && places.some((at) => isIn(passage.span, at));
}

/** Whether a rule tells something above a hint that overlaps with a stretch of the draft. */
function reportedIn(findings: readonly Finding[]): (rule: string, stretch: Span) => boolean {
  const byRule = new Map<string, (stretch: Span) => boolean>();
  return (rule, stretch) => {
    const overlaps = getOrInsert(byRule, rule, () => {
      const spans = findings
        .filter((finding) => finding.rule === rule && finding.severity !== 'hint')
        .map(({ span }) => span);
      return overlapping(spans.sort((a, b) => a.start - b.start));
    });
    return overlaps(stretch);
  };
}
