import {
  CodeLens,
  type CodeLensProvider,
  DecorationRangeBehavior,
  Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { ReviewChange } from '../../../server/src/protocol';
import { ACCEPT_CHANGE, REJECT_CHANGE } from '../commandIds';
import { judgedSchemes } from '../documents';
import type { ActiveReview } from './activeReview';
import { rangeOf } from './activeReview';
import { byWords, changeWords } from './reviewWords';

/** Changes of a line that have their own words above it: those of more would run off its end. */
const MOST = 2;

/** Shows changes in the text: what is added and what is deleted in colours, and above each a line to settle it. */
export class ChangeMarks implements CodeLensProvider, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #added = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  readonly #deleted = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('diffEditor.removedTextBackground'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  readonly #listening: Disposable;

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(private readonly active: ActiveReview) {
    this.#listening = Disposable.from(
      active.onDidChange(() => this.#show()),
      window.onDidChangeVisibleTextEditors(() => this.#show()),
      languages.registerCodeLensProvider(
        judgedSchemes().map((scheme) => ({ scheme, language: 'markdown' })),
        this,
      ),
      this.#added,
      this.#deleted,
      this.#changed,
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const { review } = this.active;
    if (review?.document !== document || review.version !== document.version) return [];
    if (!workspace.getConfiguration('advocacy', document).get<boolean>('codeLens.enabled', true)) return [];
    const lines = new Map<number, ReviewChange[]>();
    for (const change of review.marks.changes) {
      const { line } = change.range.start;
      const found = lines.get(line);
      if (found) found.push(change);
      else lines.set(line, [change]);
    }
    return [...lines.values()].flatMap((changes) =>
      changes.length > MOST ? this.#ofLine(document, changes) : this.#ofEach(document, changes),
    );
  }

  #ofEach(document: TextDocument, changes: readonly ReviewChange[]): CodeLens[] {
    return changes.flatMap((change) => {
      const range = rangeOf(change.range);
      const by = byWords(change.by);
      const lens = (title: string, command: string, tooltip: string) =>
        new CodeLens(range, { title, command, tooltip, arguments: [document.uri, range] });
      const what = changeWords(change);
      return [
        lens(`Accept: ${what}`, ACCEPT_CHANGE, by === '' ? 'Keep this change' : `Keep the change by ${by}`),
        lens(
          by === '' ? 'Reject' : `Reject (${by})`,
          REJECT_CHANGE,
          'Put back what was there before this change',
        ),
      ];
    });
  }

  /** One for all changes of a line; each by itself has its light bulb and keys. */
  #ofLine({ uri }: TextDocument, changes: readonly ReviewChange[]): CodeLens[] {
    const range = changes.map((change) => rangeOf(change.range)).reduce((all, one) => all.union(one));
    const lens = (title: string, command: string, tooltip: string) =>
      new CodeLens(range, { title, command, tooltip, arguments: [uri, range] });
    return [
      lens(
        `${changes.length} changes: Accept All`,
        ACCEPT_CHANGE,
        'Keep all changes that begin on this line',
      ),
      lens('Reject All', REJECT_CHANGE, 'Put back what was there before the changes on this line'),
    ];
  }

  #show(): void {
    const { review } = this.active;
    for (const editor of window.visibleTextEditors) {
      const changes = review?.document === editor.document ? review.marks.changes : [];
      const of = (deletes: boolean) =>
        changes.filter(({ kind }) => (kind === 'deletion') === deletes).map(({ range }) => rangeOf(range));
      editor.setDecorations(this.#added, of(false));
      editor.setDecorations(this.#deleted, of(true));
    }
    this.#changed.fire();
  }
}
