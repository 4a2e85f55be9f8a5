/** What there is to start and to insert, and a first draft and configuration. */
import type { About } from '../about';

/** Client → server: `CatalogueParams` → `Catalogue`. */
export const catalogueRequest = 'advocacy/catalogue';

export interface CatalogueParams {
  /** A document or a folder, whose project decides; the built-in framework where there is none. */
  readonly uri?: string;
}

/** What a project offers to start with and to insert, for lists to choose from. */
export interface Catalogue {
  /** What its configuration says of those who write. */
  readonly about: About;
  /** Id of the kind that the document most likely is, where that is clear. */
  readonly likely?: string;
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly description: string }[];
  /**
   * The parts of the document's kind, in their order; none for a folder. `present`: the document has it, and where, as a
   * line counted from 0.
   */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly required: boolean;
    readonly present: boolean;
    readonly line?: number;
  }[];
  /** What the evidence libraries hold, the workspace's own first. */
  readonly evidence: readonly {
    readonly id: string;
    /** A sentence that can stand in a paper. */
    readonly statement: string;
    /** Publisher, title and date. */
    readonly source: string;
    /** Titles of what it supports. */
    readonly topics: readonly string[];
    /** Other words by which authors look for it. */
    readonly keywords?: readonly string[];
    /** How far to trust it, and what it is often taken for. */
    readonly trust?: string;
    /** The document says it already. */
    readonly said?: true;
  }[];
}

/** Client → server: `SkeletonParams` → `Skeleton`. Fails where the project has no such kind. */
export const skeletonRequest = 'advocacy/skeleton';

export interface SkeletonParams {
  /** Id of a document kind. */
  readonly kind: string;
  readonly title: string;
  /** The folder that the draft will lie in; the built-in framework where there is none. */
  readonly folder?: string;
  /** The day on which it is started, where the user is: `2026-11-29`. */
  readonly today?: string;
  /** What was just set up, and the server may not have read yet. */
  readonly about?: About;
}

export interface Skeleton {
  /** A whole draft: front matter, title and the kind's parts, with placeholders. */
  readonly text: string;
}

/** Client → server: `SetUpParams` → `SetUp`. Fails where the configuration has mistakes of syntax. */
export const setUpRequest = 'advocacy/setUp';

export interface SetUpParams {
  /** Of the configuration as it is; without it, the text of a first one is made. */
  readonly text?: string;
  readonly about: About;
}

export interface SetUp {
  /** Of the configuration with what is known of those who write. */
  readonly text: string;
}
