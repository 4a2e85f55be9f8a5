import { Uri, type WorkspaceFolder, workspace } from 'vscode';
import { folded } from '../../../server/src/files';
import { besides } from './targets';

/** Where the drafts of one export go, each to a place of its own. */
export class Places {
  /** The draft whose document goes to a place, by that place. */
  readonly #drafts = new Map<string, Uri>();
  /** Each draft and its document, those of earlier tries among them. */
  readonly #documents = new Map<string, readonly [draft: Uri, document: Uri]>();

  /** @param target Where a draft goes; undefined: beside it. */
  constructor(private readonly target: (draft: Uri) => Uri | undefined) {}

  /**
   * Where a draft goes; undefined: beside it.
   *
   * @throws Error where the document of another draft goes there.
   */
  of(draft: Uri): Uri | undefined {
    const target = this.target(draft);
    const { scheme, authority, path } = target ?? besides(draft);
    const place = folded(`${scheme}://${authority}${path}`);
    const other = this.#drafts.get(place);
    // The same draft comes again when its export failed.
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

  /** The drafts that have a place, with their documents: some drafts, and all that were asked for before. */
  documentsOf(drafts: readonly Uri[]): readonly (readonly [draft: Uri, document: Uri])[] {
    for (const draft of drafts) {
      try {
        this.of(draft);
      } catch {
        // It is told when the draft's turn comes.
      }
    }
    return [...this.#documents.values()];
  }
}

/** Two drafts as messages call them: no shorter than what tells them apart. */
function namesOf(...drafts: readonly [Uri, Uri]): readonly [string, string] {
  const named = (draft: Uri): string => workspace.asRelativePath(draft, severalRoots());
  const [one, two] = [named(drafts[0]), named(drafts[1])];
  return one === two ? [drafts[0].path, drafts[1].path] : [one, two];
}

/**
 * The same path below a folder as the draft has below its workspace folder (with that folder's name, where there are
 * several), or else below `root`.
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

/** A workspace folder's name as that of a folder on any disk: whoever made the workspace may have called it “../x”. */
function folderName({ name, uri }: WorkspaceFolder): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/(?<![. ])[. ]+$/, '');
  return plain || uri.path.split('/').at(-1) || 'workspace';
}

function severalRoots(): boolean {
  return (workspace.workspaceFolders?.length ?? 0) > 1;
}
