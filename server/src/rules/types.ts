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

/** A change that mends a finding; its edits are in the draft and do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Change[];
  /** The one to choose when there are several. */
  readonly preferred?: boolean;
  /** Safe to apply unseen to all findings of the rule (`source.fixAll.advocacy`). */
  readonly automatic?: boolean;
}

/** What a rule reports, before its severity is known. */
export interface Problem {
  /** In the block for `inBlock`, in the draft for `inDraft`. */
  readonly span: Span;
  readonly message: string;
  /** A function where a fix is looked up in the whole draft, for when somebody asks for it: after a key, nobody does. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** Of this one, whatever the rule's is. */
  readonly severity?: Severity;
  /**
   * Of a rule over the whole draft: not told where one of these rules tells something above a hint in this stretch of the
   * draft.
   */
  readonly unless?: { readonly told: readonly string[]; readonly in: Span };
}

/** A problem with its rule and its severity, in the draft. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

/** What a rule over single blocks may look at: nothing that an edit elsewhere could change. */
interface BlockContext {
  readonly block: Block;
  readonly project: Project;
}

/** What is known of the files of pictures: by whoever reads files, which a rule does not. */
export interface Pictures {
  /** Whether there is no file at an address as a draft writes it; false also where that is not known (yet). */
  isMissing(address: string): boolean;
}

/** What a rule over the whole draft may look at. */
export interface DraftContext {
  readonly draft: Draft;
  readonly coverage: Coverage;
  readonly project: Project;
  /** Undefined where files are not looked for. */
  readonly pictures?: Pictures;
}

/** One check. One file each; `rules/index.ts` lists them. */
export interface Rule {
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: RuleSetting;
  /** What it looks for, in a sentence. Markdown, as are the next three. */
  readonly what: string;
  /** Why it matters to the reader of the paper. */
  readonly why: string;
  /** A draft (or the piece of one) that has the finding, and the same without it. Both are tested. */
  readonly example: { readonly bad: string; readonly good: string };
  /** It goes by English words, so it says nothing of what is in another language. */
  readonly readsEnglish?: true;
  /** Rules whose finding on a passage makes this one's there superfluous: they ask for the same. */
  readonly yieldsTo?: readonly string[];
  /** Cached by block: a pure function of the block and the project. Fixes are in the block too. */
  inBlock?(context: BlockContext): readonly Problem[];
  /** Run after every change, so it works from summaries and not from the text. */
  inDraft?(context: DraftContext): readonly Problem[];
}
