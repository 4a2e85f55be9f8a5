import type { Coverage } from '../coverage/types';
import type { Run } from '../draft';
import type { Block, Change, Draft, Span } from '../draft/types';
import type { RuleSetting, Severity } from '../project/severity';
import type { Project } from '../project/types';
import type { Month } from '../text/dates';

export const RULE_GROUPS = [
  'coverage',
  'evidence',
  'structure',
  'accessibility',
  'plain-english',
  'files',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A change that resolves a finding. Its edits have offsets in the draft and do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Change[];
  /** The fix to apply by default where a finding has several. */
  readonly preferred?: boolean;
  /** Safe to apply to all findings of the rule without review (`source.fixAll.advocacy`). */
  readonly automatic?: boolean;
}

/** What a rule reports, before settings decide its severity. */
export interface Problem {
  /** Offsets in the block for `inBlock`, in the draft for `inDraft`. */
  readonly span: Span;
  readonly message: string;
  /** The other place that it is about, such as the total that a sentence gives otherwise, and what stands there. */
  readonly other?: { readonly span: Span; readonly message: string } | undefined;
  /** A function if the fixes need the whole draft: it is called only when an editor asks for fixes. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** The severity of this problem unless the settings give one; must be in the rule's `also`. */
  readonly severity?: Severity;
  /** Whether another problem of the rule already reports this one. It is then a hint, whatever the settings say. */
  readonly isToldAlready?: boolean;
  /** For `inDraft`: drops the problem where one of these rules has a finding above a hint in this span of the draft. */
  readonly unless?: { readonly rules: readonly string[]; readonly in: Span };
}

/** A problem with its rule and its severity. Spans have offsets in the draft. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

/** The input of `inBlock`: nothing that an edit in another block could change. */
interface BlockContext {
  readonly block: Block;
  readonly project: Project;
}

/** Which picture files exist. Rules read no files, so their caller looks this up. */
export interface Pictures {
  /** Whether there is no file at an address, as written in the draft. False while that is unknown. */
  isMissing(address: string): boolean;
}

/** The input of `inDraft`. */
export interface DraftContext {
  readonly draft: Draft;
  readonly coverage: Coverage;
  readonly project: Project;
  /** Undefined if the caller does not look for files. */
  readonly pictures?: Pictures;
  /** When the draft is judged, which counts for one without a date. */
  readonly now?: Month;
}

/** What `data/rules.json` says of a rule: all that people read of it, and how serious it is. */
export interface RuleDescription {
  readonly group: RuleGroup;
  readonly severity: RuleSetting;
  /** Severities of problems that are less sure or more serious. A severity in the settings applies to all problems. */
  readonly also?: readonly Severity[];
  /** Whether some of its problems are `isToldAlready`, to which a severity in the settings does not apply. */
  readonly tellsAgain?: boolean;
  /** What the rule looks for, as a sentence of Markdown. */
  readonly what: string;
  /** Why it matters to the reader of the paper, in Markdown. */
  readonly why: string;
  /** Markdown with the finding, and a version without it. Both are tested. */
  readonly example: { readonly bad: string; readonly good: string };
  /** Whether the rule depends on English words, so that passages in other languages are skipped. */
  readonly readsEnglish?: true;
  /** Ids of rules that ask for the same thing: this rule does not report a passage that one of them reports. */
  readonly yieldsTo?: readonly string[];
}

/** What looks for the findings of a rule. */
export interface Check {
  readonly id: string;
  /** A pure function of the block and the project. The result is cached with the block; fixes have offsets in it. */
  inBlock?(context: BlockContext): readonly Problem[];
  /**
   * Reads a run of blocks, whose results it caches, before `inDraft` is called. All rules read a run before one reads the
   * next: of a long draft, only what was read last is still split into words.
   */
  readAhead?(run: Run, project: Project): void;
  /** Runs after every change of the draft, so it must use cached summaries of blocks instead of the text. */
  inDraft?(context: DraftContext): readonly Problem[];
}

/** A check with what people read of it. `rules/index.ts` lists all rules. */
export interface Rule extends Check, RuleDescription {}
