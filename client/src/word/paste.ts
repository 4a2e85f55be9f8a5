import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
} from 'vscode';
import { GOOGLE_DOCS, type PastedMarkdown, serverCommands } from '../../../server/src/protocol';
import { isMarkdown } from '../editor/documents';
import { messageOf } from '../ui/error-message';
import { notice } from '../ui/notice';
import type { WordContext } from './context';
import { lossesWords, SHOW_LOSSES, showLosses } from './losses';

const HTML = 'text/html';
/** The MIME type that VS Code adds to text that was copied in its editors, which is pasted as it is. */
const OWN = 'vscode-editor-data';
const KIND = DocumentDropOrPasteEditKind.Empty.append('markdown', 'fromWord');

class Edit extends DocumentPasteEdit {
  /** What Markdown cannot express, as sentences. */
  losses: readonly string[] = [];
}

/** Pastes HTML of a word processor as Markdown. “Insert Plain Text” is offered as well. */
class PasteFromWord implements DocumentPasteEditProvider<Edit> {
  constructor(private readonly context: Pick<WordContext, 'server' | 'output'>) {}

  async provideDocumentPasteEdits(
    document: TextDocument,
    ranges: readonly Range[],
    clipboard: DataTransfer,
    _context: unknown,
    token: CancellationToken,
  ): Promise<Edit[] | undefined> {
    const [range] = ranges;
    const html = clipboard.get(OWN) === undefined ? await clipboard.get(HTML)?.asString() : undefined;
    if (!isMarkdown(document) || ranges.length !== 1 || range === undefined || !html) return undefined;
    const google = await clipboard.get(GOOGLE_DOCS)?.asString();
    const made = await this.#made(document, range, html, google, token);
    if (!made || made.text === (await clipboard.get('text/plain')?.asString())) return undefined;
    const edit = new Edit(made.text, 'Insert as Markdown', KIND);
    edit.losses = made.losses;
    if (made.notes !== undefined) {
      const { start, end } = made.notes.range;
      edit.additionalEdit = new WorkspaceEdit();
      const place = new Range(start.line, start.character, end.line, end.character);
      edit.additionalEdit.replace(document.uri, place, made.notes.newText);
    }
    return [edit];
  }

  /** Called right before the edit is made. */
  resolveDocumentPasteEdit(edit: Edit): Edit {
    if (edit.losses.length > 0) void this.#tell(edit.losses);
    return edit;
  }

  async #made(
    document: TextDocument,
    range: Range,
    html: string,
    google: string | undefined,
    token: CancellationToken,
  ): Promise<PastedMarkdown | null> {
    const { server, output } = this.context;
    // Without the server, plain text is pasted.
    if (server.state === 'stopped') return null;
    try {
      // In JSON, VS Code's range would be an array.
      const { start, end } = range;
      const place = {
        start: { line: start.line, character: start.character },
        end: { line: end.line, character: end.character },
      };
      const args = [server.uri(document.uri), place, html, google];
      return await server.execute<PastedMarkdown | null>(serverCommands.pasted, args, token);
    } catch (error) {
      if (!token.isCancellationRequested) output.warn(`Pasting as Markdown: ${messageOf(error)}`);
      return null;
    }
  }

  async #tell(losses: readonly string[]): Promise<void> {
    const { output } = this.context;
    for (const loss of losses) output.warn(`Pasted: ${loss}`);
    const some = lossesWords(losses, 'pasted');
    const buttons = losses.length < 2 ? [] : [SHOW_LOSSES];
    const answer = await window.showInformationMessage(...notice(some, ...buttons));
    if (answer === SHOW_LOSSES) await showLosses(some, losses);
  }
}

export function pasteFromWord(context: WordContext): Disposable {
  return languages.registerDocumentPasteEditProvider('markdown', new PasteFromWord(context), {
    providedPasteEditKinds: [KIND],
    pasteMimeTypes: [HTML],
  });
}
