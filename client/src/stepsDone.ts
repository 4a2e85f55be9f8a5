import { commands, type Disposable, type Memento, type Tab, window } from 'vscode';

const KEY = 'advocacy.stepsDone';
/** In ms: VS Code has looked for the steps of extensions by then. */
const SOON = 1000;

/**
 * Ticks the steps of the walkthrough that were done, also those done before it was opened: VS Code takes note of a step
 * only as its context becomes true while it knows the walkthrough, which it does from the first time one is shown.
 */
export class StepsDone implements Disposable {
  readonly #listening: Disposable;

  /** @param memory of the user: what was done in one window counts in the next */
  constructor(private readonly memory: Pick<Memento, 'get' | 'update'>) {
    this.#listening = window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      if ([...opened, ...changed].some(isOfVscode)) setTimeout(() => this.#tickAll(), SOON);
    });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** @param context that the walkthrough waits for */
  note(context: string): void {
    tick(context);
    const done = this.memory.get<readonly string[]>(KEY, []);
    if (!done.includes(context)) void this.memory.update(KEY, [...done, context]);
  }

  #tickAll(): void {
    for (const context of this.memory.get<readonly string[]>(KEY, [])) tick(context);
  }
}

/** Walkthroughs are among the tabs that extensions are told nothing of. */
const isOfVscode = ({ input, isActive }: Tab): boolean => input === undefined && isActive;

/** Makes a context true for a moment: where it stayed so, VS Code would not see it become true later. */
function tick(context: string): void {
  void commands.executeCommand('setContext', context, true);
  void commands.executeCommand('setContext', context, false);
}
