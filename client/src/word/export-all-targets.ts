import { Uri, type WorkspaceFolder, workspace } from 'vscode';
import { folded } from '../../../server/src/files';
import { besides } from './last-targets';

/** The target files of the drafts of one export, which must differ. */
export class Places {
  /** The draft by the path of its document. */
  readonly #drafts = new Map<string, Uri>();
  /** Each draft with its document, also those of earlier attempts. */
  readonly #documents = new Map<string, readonly [draft: Uri, document: Uri]>();

  /** @param target returns the file to write for a draft; undefined for one beside it */
  constructor(private readonly target: (draft: Uri) => Uri | undefined) {}

  /**
   * The file to write for a draft; undefined for one beside it.
   *
   * @throws Error if another draft's document has the same path
   */
  of(draft: Uri): Uri | undefined {
    const target = this.target(draft);
    const { scheme, authority, path } = target ?? besides(draft);
    const place = folded(`${scheme}://${authority}${path}`);
    const other = this.#drafts.get(place);
    // A draft is exported again after a failure.
    if (other !== undefined && other.toString() !== draft.toString()) {
      const [own, others] = namesOf(draft, other);
      throw new Error(
        `The document of ${own} would take the place of that of ${others}. Export it under another name.`,
      );
    }
    this.#drafts.set(place, draft);
    this.#documents.set(draft.toString(), [draft, target ?? besides(draft)]);
    return target;
  }

  /** The drafts with their documents: these drafts, and all that were asked for before. */
  documentsOf(drafts: readonly Uri[]): readonly (readonly [draft: Uri, document: Uri])[] {
    for (const draft of drafts) {
      try {
        this.of(draft);
      } catch {
        // The error is reported when the draft is exported.
      }
    }
    return [...this.#documents.values()];
  }
}

/** The names of two drafts for a message: paths that differ. */
function namesOf(...drafts: readonly [Uri, Uri]): readonly [string, string] {
  const named = (draft: Uri): string => workspace.asRelativePath(draft, severalRoots());
  const [one, two] = [named(drafts[0]), named(drafts[1])];
  return one === two ? [drafts[0].path, drafts[1].path] : [one, two];
}

/**
 * Returns a function that maps a draft to the same path below `into` as it has below its workspace folder (with that
 * folder's name, if there are several), or else below `root`.
 */
export function below(into: Uri, root: Uri | undefined): (draft: Uri) => Uri {
  return (draft) => {
    const folder = workspace.getWorkspaceFolder(draft);
    const base = folder?.uri ?? root;
    const path = besides(draft).path;
    const inside = base !== undefined && path.startsWith(`${base.path.replace(/\/$/, '')}/`);
    if (!inside) return Uri.joinPath(into, path.split('/').at(-1)!);
    const apart = folder !== undefined && severalRoots() ? [folderName(folder)] : [];
    return Uri.joinPath(into, ...apart, path.slice(base.path.length));
  };
}

/** The name of a workspace folder as a safe file name, as a workspace may call it “../x”. */
function folderName({ name, uri }: WorkspaceFolder): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/(?<![. ])[. ]+$/, '');
  return plain || uri.path.split('/').at(-1) || 'workspace';
}

function severalRoots(): boolean {
  return (workspace.workspaceFolders?.length ?? 0) > 1;
}
