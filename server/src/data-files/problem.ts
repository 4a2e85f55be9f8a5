/** A mistake in a file that is no draft: the configuration, a framework, an evidence library. */
export interface FileProblem {
  readonly uri: string;
  readonly message: string;
  /** Lines and columns (UTF-16) counted from 0, end exclusive. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}
