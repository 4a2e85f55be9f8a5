/** Requests for what a user can start or insert, for a first draft and for a configuration. */
import type { About } from '../snippets/about';

/** Client → server: `CatalogueParams` → `Catalogue`. */
export const catalogueRequest = 'advocacy/catalogue';

export interface CatalogueParams {
  /** A document or a folder whose project is meant; the built-in framework is used without it. */
  readonly uri?: string;
}

/** What a project offers to start and to insert. */
export interface Catalogue {
  /** The authors' details from its configuration. */
  readonly about: About;
  /** Id of the kind that the document most likely is; undefined if that is not clear. */
  readonly likely?: string;
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly description: string }[];
  /**
   * The parts of the document's kind, in order; none for a folder. `required` are those that its readers miss if they are
   * not there, as nothing else says the same. `line` is that of a part that it has, from 0.
   */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly required: boolean;
    readonly present: boolean;
    readonly line?: number;
  }[];
  /**
   * The facts of the evidence libraries, the workspace's own first, then those of the country that the document is from,
   * of the whole United Kingdom and of elsewhere.
   */
  readonly evidence: readonly {
    readonly id: string;
    /** A sentence that can stand in a paper. */
    readonly statement: string;
    /** Publisher, title and date. */
    readonly source: string;
    /** Titles of the topics that it supports. */
    readonly topics: readonly string[];
    /** Other words that authors search for. */
    readonly keywords?: readonly string[];
    /** How reliable it is, and how it is often misread. */
    readonly trust?: string;
    /** How far from the document's country it holds, and from the present; undefined for the workspace's own. */
    readonly distance?: number;
    /** The document has it already. */
    readonly said?: true;
  }[];
}

/** Client → server: `SkeletonParams` → `Skeleton`. Fails if the project has no such kind. */
export const skeletonRequest = 'advocacy/skeleton';

export interface SkeletonParams {
  /** Id of a document kind. */
  readonly kind: string;
  readonly title: string;
  /** URI of the folder that the draft will lie in; the built-in framework is used without it. */
  readonly folder?: string;
  /** The current date in the user's time zone: `2026-11-29`. */
  readonly today?: string;
  /** Details that were just set up, which the server may not have read yet. */
  readonly about?: About;
}

export interface Skeleton {
  /** A whole draft: front matter, title and the kind's parts, with placeholders. */
  readonly text: string;
}

/** Client → server: `SetUpParams` → `SetUp`. Fails if the configuration has syntax errors. */
export const setUpRequest = 'advocacy/setUp';

export interface SetUpParams {
  /** The text of the configuration; a new one is made without it. */
  readonly text?: string;
  readonly about: About;
}

export interface SetUp {
  /** The text of the configuration with the authors' details. */
  readonly text: string;
}
