import type { FileProblem } from '../data-files/problem';
import type { EvidenceLibrary } from '../evidence/types';
import type { Framework } from '../framework/types';
import type { About } from '../snippets/about';
import type { RuleSetting } from './severity';

/** A local name that a service teaches the engine: "Top Time" is about isolation. */
export interface Term {
  readonly phrase: string;
  readonly topics: readonly string[];
}

/** `.advocacy.json` as read. It wins over the settings of an editor, and a draft's front matter over both. */
export interface Configuration {
  readonly drafts: readonly string[];
  readonly framework?: string;
  readonly terms: readonly Term[];
  readonly evidence: readonly string[];
  readonly acronyms: Readonly<Record<string, string>>;
  /** What papers are held to, by the id of their kind: ids of topics, or `all` for the areas. */
  readonly asks: Readonly<Record<string, readonly string[] | 'all' | 'none'>>;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What is filled in for new drafts. */
  readonly about: About;
  readonly word: WordSetup;
}

/** A Word template that a configuration names and that cannot be used. */
export interface UnusedTemplate {
  /** As it is written there. */
  readonly path: string;
  /** URI of where it is looked for, where there is nothing. */
  readonly missing?: string;
  readonly problem: FileProblem;
}

/** Everything that a draft is judged against. Immutable: a change of configuration makes another one. */
export interface Project {
  /** URI of the folder that the configuration's paths are relative to; undefined without a configuration. */
  readonly folder: string | undefined;
  readonly configuration: Configuration;
  readonly framework: Framework;
  /** The workspace's own evidence; `evidenceOf` adds the built-in one. */
  readonly evidence?: EvidenceLibrary;
  readonly problems: readonly FileProblem[];
  readonly unusedTemplate?: UnusedTemplate;
}

/** How drafts become Word documents. */
export interface WordSetup {
  readonly template?: string;
  readonly numbering?: 'none' | 'sections' | 'paragraphs';
  readonly contents?: boolean;
  readonly notes?: 'footnotes' | 'endnotes';
  readonly sources?: boolean;
  /** Whether quotation marks and apostrophes are printed as typesetters have them. */
  readonly smart?: boolean;
  /** Whether pictures are reduced to what a printer shows of them. */
  readonly pictures?: 'reduced' | 'full';
  /** Whether the document carries its draft. */
  readonly source?: boolean;
  /** What the template calls a style, by what it is for. */
  readonly styles?: Readonly<Record<string, string>>;
}
