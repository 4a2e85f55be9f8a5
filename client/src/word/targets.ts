import { type Disposable, type Memento, Uri, workspace } from 'vscode';
import { MARKDOWN_ENDING } from '../../../server/src/files/endings';
import { followRenames } from './renames';

const KEY = 'advocacy.wordTargets';
/** More are not kept: the oldest go first. */
const MOST = 300;

/** Where each draft was exported to last, where that is not beside it. Kept with the workspace. */
export class Targets implements Disposable {
  readonly #listening: Disposable;

  constructor(private readonly memory: Memento) {
    this.#listening = followRenames(memory, KEY);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Undefined: beside the draft. */
  of(draft: Uri): Uri | undefined {
    const target = this.#all()[draft.toString()];
    return target === undefined ? undefined : Uri.parse(target, true);
  }

  async remember(draft: Uri, target: Uri): Promise<void> {
    // A draft that was never saved has a name that the next one will have.
    if (draft.scheme === 'untitled') return;
    const { [draft.toString()]: before, ...others } = this.#all();
    const isUsual = target.toString() === besides(draft).toString();
    if (isUsual ? before === undefined : before === target.toString()) return;
    const entries = Object.entries(others).slice(1 - MOST);
    if (!isUsual) entries.push([draft.toString(), target.toString()]);
    await this.memory.update(KEY, Object.fromEntries(entries));
  }

  #all(): Readonly<Record<string, string>> {
    return this.memory.get<Readonly<Record<string, string>>>(KEY, {});
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
