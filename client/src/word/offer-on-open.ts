import {
  ConfigurationTarget,
  commands,
  Disposable,
  type Tab,
  TabInputCustom,
  TabInputText,
  Uri,
  window,
  workspace,
} from 'vscode';
import { WORD_ENDING } from '../../../server/src/files/endings';
import { type KnownWord, serverCommands } from '../../../server/src/protocol';
import { judgedSchemes, nameOf } from '../editor/documents';
import { BRING_REVIEW_BACK, CHECK_WORD, IMPORT_WORD } from '../ui/command-ids';
import { messageOf } from '../ui/error-message';
import { asNotice } from '../ui/notice';
import type { WordContext } from './context';
import { shown } from './last-targets';

const SETTING = 'word.offerImport';
const NEVER = 'Don’t Ask Again';

/** Offers, when a Word document is opened in a tab, what can be done with it here: once for each in a session. */
export class OfferOnOpen implements Disposable {
  readonly #offered = new Set<string>();
  readonly #listening: Disposable;

  constructor(private readonly context: Pick<WordContext, 'server' | 'output' | 'mergedReviews'>) {
    this.#listening = Disposable.from(
      window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
        // A tab in preview shows the next file that is chosen in the Explorer.
        for (const tab of [...opened, ...changed]) this.#look(tab);
      }),
    );
    const { activeTab } = window.tabGroups.activeTabGroup;
    if (activeTab !== undefined) this.#look(activeTab);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #look({ input }: Tab): void {
    if (!(input instanceof TabInputText || input instanceof TabInputCustom)) return;
    const { uri } = input;
    const name = nameOf(uri);
    // “~$paper.docx” is Word's own sign that it has paper.docx open.
    if (!WORD_ENDING.test(name) || name.startsWith('~$') || !judgedSchemes().includes(uri.scheme)) return;
    if (this.#offered.has(uri.toString())) return;
    if (!workspace.getConfiguration('advocacy', uri).get(SETTING, true)) return;
    this.#offered.add(uri.toString());
    void this.#offer(uri);
  }

  async #offer(document: Uri): Promise<void> {
    const { server, output, mergedReviews } = this.context;
    const name = nameOf(document);
    try {
      const known = await server.execute<KnownWord>(serverCommands.knownWord, [server.uri(document)]);
      const draft = known.draft === undefined ? undefined : Uri.parse(known.draft, true);
      // There is nothing in it that its draft lacks.
      if (draft !== undefined && known.isAsExported) return;
      // What it had is in its draft, or was rejected there.
      if (await mergedReviews.knows(document)) return;
      const ways: Readonly<Record<string, () => Thenable<unknown>>> = {
        ...(draft && {
          'Bring Review Back': () => commands.executeCommand(BRING_REVIEW_BACK, draft, document),
        }),
        Import: () => commands.executeCommand(IMPORT_WORD, document),
        Check: () => commands.executeCommand(CHECK_WORD, document),
        [NEVER]: () =>
          workspace.getConfiguration('advocacy').update(SETTING, false, ConfigurationTarget.Global),
      };
      const message =
        draft === undefined
          ? `${name} can become a draft in Markdown, or be checked as it is.`
          : `${name} was made of ${shown(draft, document)}, and changed since. What was changed and commented can come back into it.`;
      const answer = await window.showInformationMessage(asNotice(message), ...Object.keys(ways));
      if (answer !== undefined) await ways[answer]!();
    } catch (error) {
      // Nobody asked: who imports it is told.
      output.warn(messageOf(error));
    }
  }
}
