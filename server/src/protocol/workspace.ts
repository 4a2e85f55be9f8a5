/** Results of the commands on all drafts of a folder. */

export interface WorkspaceCheck {
  /** How many drafts were checked. */
  readonly drafts: number;
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** The drafts with changes or comments of a review that are still open, and how many. */
  readonly reviews: readonly { readonly uri: string; readonly open: number }[];
  /** Files that could not be read, each with the reason. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
  /** Whether the user cancelled it. */
  readonly cancelled: boolean;
}

export interface FoundDrafts {
  readonly drafts: readonly string[];
  /** Files that could not be read, each with the reason. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
}
