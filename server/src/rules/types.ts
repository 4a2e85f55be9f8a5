import type { Coverage } from '../coverage/types';
import type { Block, Change, Draft, Span } from '../draft/types';
import type { Project } from '../project/types';
import type { RuleSetting, Severity } from '../severity';

export const RULE_GROUPS = [
  'coverage',
  'evidence',
  'structure',
  'accessibility',
  'plain-english',
  'files',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** A change that resolves a finding. Its edits count in the draft and do not overlap. */
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
  /** Counts in the block for `inBlock`, and in the draft for `inDraft`. */
  readonly span: Span;
  readonly message: string;
  /** A function where the fixes need a look at the whole draft: it is called only when an editor asks for fixes. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Overrides the rule's own severity for this problem, where nobody has set one; one of the rule's `also`. */
  readonly severity?: Severity;
  /** Another problem of the rule speaks for this one, so it is a hint whatever is set. */
  readonly isToldAlready?: boolean;
  /** For `inDraft`: drops the problem where one of these rules has a finding above a hint in this span of the draft. */
  readonly unless?: { readonly rules: readonly string[]; readonly in: Span };
}

/** A problem with its rule and its severity. Spans count in the draft. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

/** What `inBlock` may look at: nothing that an edit in another block could change. */
interface BlockContext {
  readonly block: Block;
  readonly project: Project;
}

/** Which picture files exist. Rules read no files, so whoever runs them looks this up. */
export interface Pictures {
  /** Whether no file is at an address, as the draft writes it. False also while that is not known. */
  isMissing(address: string): boolean;
}

/** What `inDraft` may look at. */
export interface DraftContext {
  readonly draft: Draft;
  readonly coverage: Coverage;
  readonly project: Project;
  /** Undefined where nobody looks for files. */
  readonly pictures?: Pictures;
}

/** One check. Each has a file of its own, and `rules/index.ts` lists them. */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: RuleSetting;
  /** What some of its problems have instead, as they are less sure or weigh more. What somebody sets holds for all. */
  readonly also?: readonly Severity[];
  /** Some of its problems are `isToldAlready`, so that what is set does not hold for all. */
  readonly tellsAgain?: boolean;
  /** What it looks for, in a sentence of Markdown. */
  readonly what: string;
  /** Why it matters to the reader of the paper, in Markdown. */
  readonly why: string;
  /** Markdown that has the finding, and the same without it. Both are tested. */
  readonly example: { readonly bad: string; readonly good: string };
  /** The rule depends on English words, so passages in other languages are skipped. */
  readonly readsEnglish?: true;
  /** Ids of rules that ask for the same thing: where one of them reports a passage, this rule does not. */
  readonly yieldsTo?: readonly string[];
  /** A pure function of the block and the project. Its result is cached with the block, in which fixes count, too. */
  inBlock?(context: BlockContext): readonly Problem[];
  /** Runs after every change of the draft, so it works from cached summaries of blocks and not from the text. */
  inDraft?(context: DraftContext): readonly Problem[];
}
