import {
  CodeLens,
  type CodeLensProvider,
  DecorationRangeBehavior,
  type DecorationRenderOptions,
  Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { ReviewChange } from '../../../server/src/protocol';
import { addTo } from '../../../server/src/util/lists';
import { judgedSchemes } from '../editor/documents';
import { standsOut } from '../editor/stands-out';
import { ACCEPT_CHANGE, REJECT_CHANGE } from '../ui/command-ids';
import type { ActiveReview } from './active-review';
import { NONE, rangeOf } from './active-review';
import { asMade, byWords, changeWords } from './review-labels';

/** How many changes of a line have code lenses of their own; more would not fit above it. */
const MOST = 2;
/** How much of each text is shown if there are two, in characters. */
const OF_TWO = 16;

type PlainRange = ReviewChange['range'];

function decoration(look: DecorationRenderOptions) {
  return window.createTextEditorDecorationType({
    // Undoes VS Code's own style, which strikes out all of {~~old~>new~~}.
    textDecoration: 'none',
    ...look,
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
}

/** The parts of a range that are outside of other ranges, which are in order. */
function around(range: PlainRange, inner: readonly (PlainRange | undefined)[]): Range[] {
  const whole = rangeOf(range);
  let from = whole.start;
  const out: Range[] = [];
  for (const part of inner) {
    // A comment on a change may be outside of its range.
    if (part === undefined || !whole.contains(rangeOf(part))) continue;
    const { start, end } = rangeOf(part);
    out.push(new Range(from, start));
    from = end;
  }
  return [...out, new Range(from, whole.end)].filter(({ isEmpty }) => !isEmpty);
}

/** Shows a review in the text: changes and comments in colours, and code lenses that accept and reject changes. */
export class ChangeMarks implements CodeLensProvider, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #added = decoration(standsOut('diffEditor.insertedText'));
  readonly #deleted = decoration({
    ...standsOut('diffEditor.removedText'),
    textDecoration: 'line-through',
  });
  readonly #commented = decoration(standsOut('editor.findMatchHighlight'));
  /** For delimiters, names and comments, which are not part of the paper. */
  readonly #aside = decoration({ color: new ThemeColor('editorCodeLens.foreground') });
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
      this.#commented,
      this.#aside,
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
      addTo(lines, line, change);
    }
    const between = (one: ReviewChange, next: ReviewChange): string =>
      document.getText(new Range(rangeOf(one.range).end, rangeOf(next.range).start));
    const made = Array.from(lines.values(), (changes) => asMade(changes, between));
    return made.flatMap((changes) =>
      changes.length > MOST ? this.#ofLine(document, changes) : this.#ofEach(document, changes),
    );
  }

  #ofEach(document: TextDocument, changes: readonly ReviewChange[]): CodeLens[] {
    const isAlone = changes.length === 1;
    return changes.flatMap((change) => {
      const range = rangeOf(change.range);
      const by = byWords(change.by);
      const lens = (title: string, command: string, tooltip: string) =>
        new CodeLens(range, { title, command, tooltip, arguments: [document.uri, range] });
      const what = isAlone ? changeWords(change) : changeWords(change, OF_TWO);
      return [
        lens(`Accept: ${what}`, ACCEPT_CHANGE, by === '' ? 'Keep this change' : `Keep the change by ${by}`),
        lens(
          by === '' || !isAlone ? 'Reject' : `Reject (${by})`,
          REJECT_CHANGE,
          by === '' ? 'Put back what was there before this change' : `Put back what was there: ${by}`,
        ),
      ];
    });
  }

  /** A code lens for all changes of a line. Single changes can be settled by code actions and keys. */
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
      const { changes, threads } = review?.document === editor.document ? review.marks : NONE;
      const ranges = (found: readonly (PlainRange | undefined)[]) =>
        found.filter((range) => range !== undefined).map(rangeOf);
      // A change with comments has its own colours.
      const open = threads.filter(({ range, on, resolved }) => {
        return !resolved && on !== undefined && rangeOf(range).contains(rangeOf(on));
      });
      editor.setDecorations(this.#added, ranges(changes.map(({ nowRange }) => nowRange)));
      editor.setDecorations(this.#deleted, ranges(changes.map(({ oldRange }) => oldRange)));
      editor.setDecorations(this.#commented, ranges(open.map(({ on }) => on)));
      editor.setDecorations(this.#aside, [
        ...changes.flatMap(({ range, oldRange, nowRange }) => around(range, [oldRange, nowRange])),
        ...threads.flatMap(({ range, on }) => around(range, [on])),
      ]);
    }
    this.#changed.fire();
  }
}
