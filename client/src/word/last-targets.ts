import { type Disposable, type Memento, Uri, workspace } from 'vscode';
import { MARKDOWN_ENDING } from '../../../server/src/files/endings';
import { ValuesByFile } from './values-by-file';

/** The last target file of each draft, if not beside it. */
export class Targets implements Disposable {
  readonly #kept: ValuesByFile<string>;

  constructor(memory: Memento) {
    this.#kept = new ValuesByFile(memory, 'advocacy.wordTargets');
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** The last target of a draft; undefined for one beside it. */
  of(draft: Uri): Uri | undefined {
    const target = this.#kept.of(draft);
    return target === undefined ? undefined : Uri.parse(target, true);
  }

  async remember(draft: Uri, target: Uri): Promise<void> {
    const isUsual = target.toString() === besides(draft).toString();
    await this.#kept.keep(draft, isUsual ? undefined : target.toString());
  }
}

/** The document beside a draft, with its name. */
export function besides(draft: Uri): Uri {
  return draft.with({ path: `${draft.path.replace(MARKDOWN_ENDING, '')}.docx` });
}

/** The next name after one that is taken: "paper.docx" → "paper-2.docx". */
export function anotherName(target: Uri): Uri {
  // A year or month at the end of a name is not a count.
  const number = /(?<!\d)-([2-9]|[1-9]\d)\.docx$/i.exec(target.path)?.[1];
  const stem = target.path.replace(number === undefined ? /\.docx$/i : /-\d+\.docx$/i, '');
  return target.with({ path: `${stem}-${Number(number ?? 1) + 1}.docx` });
}

/** A target for a message: its name, with its folder if that is not the draft's. */
export function shown(target: Uri, draft: Uri): string {
  const folder = (uri: Uri): string => Uri.joinPath(uri, '..').toString();
  return folder(target) === folder(draft)
    ? target.path.split('/').at(-1)!
    : workspace.asRelativePath(target, (workspace.workspaceFolders?.length ?? 0) > 1);
}
