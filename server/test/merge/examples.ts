import type { Reviewer } from './reviewer';

/** A draft, what a reviewer does to its document, the draft with the review in it, and where that is rejected in it. */
export type Examples = Readonly<
  Record<
    string,
    readonly [draft: string, act: (reviewer: Reviewer) => Reviewer, home: string, rejected?: string]
  >
>;
