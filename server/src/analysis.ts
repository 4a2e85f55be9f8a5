import { cover } from './coverage';
import type { Coverage } from './coverage/types';
import {
  BlockFinder,
  type Draft,
  firstWhere,
  languagesOf,
  lastIndex,
  overlapping,
  type PlacedBlock,
  passagesOf,
  perBlockFor,
  runsOf,
  type Span,
} from './draft';
import type { RuleSetting, Severity } from './project/severity';
import type { Project } from './project/types';
import { rules } from './rules';
import { movedProblem } from './rules/lib/moved-problem';
import { type RuleSettings, settingOf, severityOf } from './rules/lib/settings/setting';
import { suppressionOf } from './rules/lib/settings/suppression';
import { placeholderUnfilled } from './rules/placeholder-unfilled';
import type { Finding, Fix, Pictures, Problem, Rule } from './rules/types';
import { untouchedIn } from './skeleton/untouched';
import type { Month } from './text/dates';
import { getOrInsert } from './util/memoize';

export interface Analysis {
  readonly coverage: Coverage;
  /** In the order of the text; findings at the same place are in the order of the rules. */
  readonly findings: readonly Finding[];
}

export interface AnalysisOptions {
  /** The kind of document that a draft is judged as when its front matter names none. */
  readonly kind?: string;
  /** Rule settings of the editor. The configuration overrides them, and the front matter overrides both. */
  readonly settings?: RuleSettings;
  /** Which picture files are missing. Without it, none is reported as missing. */
  readonly pictures?: Pictures;
  /** When the draft is judged. Without it, nothing is said of how old things are in a draft without a date. */
  readonly now?: Month;
}

/**
 * Judges a draft: what it argues (coverage), and what its author should look at (findings). A pure function of its
 * arguments. Results that depend only on a block and the project are cached with the block, so that an edit re-reads
 * only the blocks that it changed.
 */
export function analyse(draft: Draft, project: Project, options: AnalysisOptions = {}): Analysis {
  const coverage = cover(draft, project, options.kind === undefined ? {} : { kind: options.kind });
  const settings = settingsFor(draft, project, options.settings);
  const isSilenced = silencing(draft, project);
  const isEnglish = languagesOf(draft).whole === undefined;
  const isOff = (rule: Rule): boolean =>
    (settings.get(rule) ?? rule.severity) === 'off' || (rule.readsEnglish === true && !isEnglish);
  const found: Finding[] = [];
  const yielding = new Map<Finding, NonNullable<Problem['unless']>>();
  const report = (rule: Rule, problem: Problem): void => {
    const severity = severityOf(problem, rule, settings.get(rule));
    if (severity === 'off' || isSilenced(rule, problem.span.start)) return;
    const { span, message, other, unless, fixes = NO_FIXES } = problem;
    const finding =
      typeof fixes === 'function'
        ? new FixableFinding(rule.id, severity, problem, fixes)
        : { rule: rule.id, severity, span, message, other, fixes };
    found.push(finding);
    if (unless) yielding.set(finding, unless);
  };

  const ahead = rules.filter((rule) => rule.readAhead && !isOff(rule));
  for (const { run } of runsOf(draft)) {
    blockProblems.readAhead(run, project);
    for (const rule of ahead) rule.readAhead!(run, project);
  }
  for (const { found: problems, placed } of blockProblems.in(draft, project)) {
    for (const { rule, problem } of problems)
      if (!isOff(rule)) report(rule, movedProblem(problem, placed.start));
  }
  const { pictures, now } = options;
  const context = {
    draft,
    coverage,
    project,
    ...(pictures && { pictures }),
    ...(now !== undefined && { now }),
  };
  for (const rule of rules) {
    if (!rule.inDraft || isOff(rule)) continue;
    for (const problem of rule.inDraft(context)) report(rule, problem);
  }
  const findings = withoutYielding(draft, found, yielding);
  findings.sort((a, b) => a.span.start - b.span.start || orderOf.get(a.rule)! - orderOf.get(b.rule)!);
  return { coverage, findings };
}

/** The position in `rules` of each rule, by its id. */
const orderOf = new Map(rules.map(({ id }, order) => [id, order]));

/**
 * Returns whether findings of a rule at an offset of the draft are suppressed: by a comment, because the passage is not
 * in English, or because the block still stands as a skeleton or snippet inserted it and only has to be filled in.
 */
function silencing(draft: Draft, project: Project): (rule: Rule, offset: number) => boolean {
  const isSuppressed = suppressionOf(draft);
  const languages = languagesOf(draft);
  const untouched = untouchedIn(draft, project);
  return (rule, offset) =>
    isSuppressed(rule.id, offset) ||
    (rule.readsEnglish === true && languages.at(offset) !== undefined) ||
    (rule.id !== placeholderUnfilled.id && untouched.length > 0 && isIn(untouched, offset));
}

/**
 * Removes the findings that give way to others (`unless`) or whose rule does (`yieldsTo`), where these report the same place,
 * and those on what is to be taken out or filled in anyway.
 */
function withoutYielding(
  draft: Draft,
  findings: readonly Finding[],
  yielding: ReadonlyMap<Finding, NonNullable<Problem['unless']>>,
): Finding[] {
  const isReported = reportedIn(findings);
  const isToBeFilledIn = insideNotes(draft, findings);
  const startsOf = new Map<string, readonly number[]>();
  return findings.filter((finding) => {
    if (isToBeFilledIn(finding)) return false;
    const unless = yielding.get(finding);
    if (unless?.rules.some((rule) => isReported(rule, unless.in))) return false;
    const { yieldsTo } = rules[orderOf.get(finding.rule)!]!;
    if (yieldsTo === undefined) return true;
    const others = getOrInsert(startsOf, finding.rule, () =>
      findings.filter(({ rule }) => yieldsTo.includes(rule)).map(({ span }) => span.start),
    );
    return !shareAPassage(draft, finding.span.start, others);
  });
}

/**
 * Returns whether a finding is on a part of a place that is still to be filled in, and that brackets or italics set off from
 * the text: “[Ann to ask the RNIB]”. Whoever fills it in takes that out as well.
 */
function insideNotes(draft: Draft, findings: readonly Finding[]): (finding: Finding) => boolean {
  const notes = findings
    .filter(
      ({ rule, span }) =>
        rule === placeholderUnfilled.id && /[[(*_]/.test(draft.source.slice(span.start, span.start + 1)),
    )
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  if (notes.length === 0) return () => false;
  return ({ rule, span: { start, end } }) => {
    if (rule === placeholderUnfilled.id) return false;
    const note = notes[firstWhere(notes, (one) => one.start > start) - 1];
    return note !== undefined && end <= note.end && end - start < note.end - note.start;
  };
}

const NO_FIXES: readonly Fix[] = [];

/** Whether an offset of the draft lies in one of the blocks, which are in the order of the text. */
function isIn(blocks: readonly PlacedBlock[], offset: number): boolean {
  const last = blocks[firstWhere(blocks, ({ start }) => start > offset) - 1];
  return last !== undefined && offset < last.start + last.block.text.length;
}

/** A finding whose fixes are computed when they are first read. */
class FixableFinding implements Finding {
  readonly span: Span;
  readonly message: string;
  readonly other: Problem['other'];
  #fixes: readonly Fix[] | (() => readonly Fix[]);

  constructor(
    readonly rule: string,
    readonly severity: Severity,
    { span, message, other }: Problem,
    look: () => readonly Fix[],
  ) {
    this.span = span;
    this.message = message;
    this.other = other;
    this.#fixes = look;
  }

  get fixes(): readonly Fix[] {
    if (typeof this.#fixes === 'function') this.#fixes = this.#fixes();
    return this.#fixes;
  }
}

const NONE_SET: ReadonlyMap<Rule, RuleSetting | undefined> = new Map();

/** What somebody set for each rule in this draft. */
function settingsFor(
  draft: Draft,
  project: Project,
  settings: AnalysisOptions['settings'],
): ReadonlyMap<Rule, RuleSetting | undefined> {
  const layers = [draft.frontMatter.data.rules, project.configuration.rules, settings];
  if (layers.every((layer) => !layer || Object.keys(layer).length === 0)) return NONE_SET;
  return new Map(rules.map((rule) => [rule, settingOf(rule.id, draft, project, settings)]));
}

interface BlockProblem {
  readonly rule: Rule;
  readonly problem: Problem;
}

/** The rules that check one block at a time. */
const blockRules = rules.filter((rule) => rule.inBlock);

const blockProblems = new BlockFinder(
  perBlockFor((block, project: Project): readonly BlockProblem[] =>
    blockRules.flatMap((rule) => rule.inBlock!({ block, project }).map((problem) => ({ rule, problem }))),
  ),
);

/** Whether an offset of the draft lies in the same passage as any of the other offsets. */
function shareAPassage(draft: Draft, offset: number, others: readonly number[]): boolean {
  const placed = draft.blocks[lastIndex(draft, ({ start }) => start <= offset)];
  const isIn = ({ start, end }: Span, at: number): boolean =>
    start <= at - placed!.start && at - placed!.start < end;
  const passage = placed && passagesOf(placed.block).find(({ span }) => isIn(span, offset));
  return passage !== undefined && others.some((at) => isIn(passage.span, at));
}

/** Returns whether a rule has a finding, other than a hint, that overlaps with a span of the draft. */
function reportedIn(findings: readonly Finding[]): (rule: string, span: Span) => boolean {
  const byRule = new Map<string, (span: Span) => boolean>();
  return (rule, span) => {
    const overlaps = getOrInsert(byRule, rule, () => {
      const spans = findings
        .filter((finding) => finding.rule === rule && finding.severity !== 'hint')
        .map(({ span }) => span);
      return overlapping(spans.sort((a, b) => a.start - b.start));
    });
    return overlaps(span);
  };
}
