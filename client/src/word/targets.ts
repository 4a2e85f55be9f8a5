import { type Disposable, type Memento, Uri, workspace } from 'vscode';
import { MARKDOWN_ENDING } from '../../../server/src/files/endings';
import { Kept } from './kept';

/** Where each draft was exported to last, where that is not beside it. */
export class Targets implements Disposable {
  readonly #kept: Kept<string>;

  constructor(memory: Memento) {
    this.#kept = new Kept(memory, 'advocacy.wordTargets');
  }

  dispose(): void {
    this.#kept.dispose();
  }

  /** Undefined: beside the draft. */
  of(draft: Uri): Uri | undefined {
    const target = this.#kept.of(draft);
    return target === undefined ? undefined : Uri.parse(target, true);
  }

  async remember(draft: Uri, target: Uri): Promise<void> {
    const isUsual = target.toString() === besides(draft).toString();
    await this.#kept.keep(draft, isUsual ? undefined : target.toString());
  }
}

/** Beside the draft, with its name. */
export function besides(draft: Uri): Uri {
  return draft.with({ path: `${draft.path.replace(MARKDOWN_ENDING, '')}.docx` });
}

/** "paper.docx" → "paper-2.docx", for a name that is taken. */
export function anotherName(target: Uri): Uri {
  // A year or a month at the end of a name is no count.
  const number = /(?<!\d)-([2-9]|[1-9]\d)\.docx$/i.exec(target.path)?.[1];
  const stem = target.path.replace(number === undefined ? /\.docx$/i : /-\d+\.docx$/i, '');
  return target.with({ path: `${stem}-${Number(number ?? 1) + 1}.docx` });
}

/** How a target is called in a message: its name, and its folder where that is another than the draft's. */
export function shown(target: Uri, draft: Uri): string {
  const folder = (uri: Uri): string => Uri.joinPath(uri, '..').toString();
  return folder(target) === folder(draft)
    ? target.path.split('/').at(-1)!
    : workspace.asRelativePath(target, (workspace.workspaceFolders?.length ?? 0) > 1);
}
