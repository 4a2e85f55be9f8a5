import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { briefing } from './drafts';
import { Editor } from './editor';

/** The light bulb of an editor that has a draft open. */
export class Bulb {
  editor!: Editor;
  /** Of the draft. */
  uri!: string;

  /** Has one for each test. */
  static each(): Bulb {
    const bulb = new Bulb();
    beforeEach(async () => {
      bulb.editor = await Editor.start({ settings: {}, initializationOptions: { asksForMore: true } });
      bulb.uri = await bulb.editor.open('ashby.md', briefing);
    });
    afterEach(() => bulb.editor.stop());
    return bulb;
  }

  /** What it shows. */
  shownAt(words: string, only?: readonly string[]): Promise<CodeAction[]> {
    return this.editor.actions(this.uri, this.editor.rangeOf(this.uri, words), only);
  }

  /** With what stands behind “More…” in its place. */
  async at(words: string, only?: readonly string[]): Promise<CodeAction[]> {
    return (await this.shownAt(words, only)).flatMap(flat);
  }
}

export const listedBy = ({ command }: CodeAction): CodeAction[] | undefined =>
  command?.command === 'advocacy.more' ? (command.arguments![0] as CodeAction[]) : undefined;

const flat = (action: CodeAction): readonly CodeAction[] => listedBy(action)?.flatMap(flat) ?? [action];

export const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
