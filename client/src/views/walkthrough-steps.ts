import { commands, type Disposable, type Memento, type Tab, window } from 'vscode';

const KEY = 'advocacy.stepsDone';
/** The milliseconds after which VS Code has read the steps of extensions. */
const SOON = 1000;

/**
 * Ticks the completed steps of the walkthrough, also those completed before it was opened. VS Code ticks a step only when
 * its context becomes true after a walkthrough was first shown.
 */
export class WalkthroughSteps implements Disposable {
  readonly #listening: Disposable;

  /** @param memory the global state, so that steps count in all windows */
  constructor(private readonly memory: Pick<Memento, 'get' | 'update'>) {
    this.#listening = window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      if ([...opened, ...changed].some(isOfVscode)) setTimeout(() => this.#tickAll(), SOON);
    });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** @param context the context key of a step */
  note(context: string): void {
    tick(context);
    const done = this.memory.get<readonly string[]>(KEY, []);
    if (!done.includes(context)) void this.memory.update(KEY, [...done, context]);
  }

  #tickAll(): void {
    for (const context of this.memory.get<readonly string[]>(KEY, [])) tick(context);
  }
}

/** Whether a tab may be a walkthrough: extensions get no input for these. */
const isOfVscode = ({ input, isActive }: Tab): boolean => input === undefined && isActive;

/** Makes a context true for a moment, so that it can become true again later. */
function tick(context: string): void {
  void commands.executeCommand('setContext', context, true);
  void commands.executeCommand('setContext', context, false);
}
