/** What keeps earlier versions of files, where something does. */
export interface History {
  /** The commits that changed a file, the newest first, no more than a list can show; none where nothing keeps any. */
  commits(uri: string): Promise<readonly Commit[]>;
  /**
   * What a commit has of a file.
   *
   * @param commit its name, or what else Git knows it by
   * @throws NoVersion
   */
  version(uri: string, commit: string): Promise<Version>;
}

export interface Commit {
  /** Its whole name, in hexadecimal. */
  readonly id: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  /** The first line of it. */
  readonly message: string;
}

export interface Version {
  readonly text: string;
  /** Who changed the file since, and when in UTC, where that is known. */
  readonly by: { readonly author: string; readonly date?: string } | undefined;
}

/** An earlier version of a draft that cannot be read, with the reason in plain words. */
export class NoVersion extends Error {}

/** There is no commit that bears a name. */
export class NoCommit extends NoVersion {
  constructor(name: string) {
    super(`there is no commit “${name}” in the Git repository`);
  }
}
