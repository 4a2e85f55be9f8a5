import { commands, Disposable, Range, type Selection, type TextDocument, window, workspace } from 'vscode';
import { placeholdersIn } from '../editor/placeholders';
import { type ActiveDraft, shownDocument } from '../server/active-draft';
import type { PlacesToFill, Span, TextChange } from './places-to-fill';

/** Characters that an editor inserts after the cursor to close brackets. */
const CLOSED = /^[)\]}>]*$/;

interface Filling {
  readonly document: TextDocument;
  /** The selected places, with what was typed in place of them. */
  readonly spans: readonly Span[];
}

/**
 * Tracks whether the cursor is where something is being filled in: a whole place is selected, or the cursor is right
 * after what was typed in its place. There, Tab goes to the next place, as among the stops of a snippet, instead of
 * replacing the place.
 */
export class FillingIn {
  readonly #listening: Disposable;
  #filling: Filling | undefined;
  #said = false;

  constructor(
    private readonly places: PlacesToFill,
    private readonly active: ActiveDraft,
  ) {
    const look = () => void this.#look();
    let before: TextDocument | undefined;
    this.#listening = Disposable.from(
      active.onDidChange(() => {
        const draft = this.#draft();
        // Coverage changes with each key, possibly before the cursor does.
        if (draft !== before) look();
        before = draft;
      }),
      window.onDidChangeActiveTextEditor(look),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) look();
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.#filling?.document) return;
        const spans = contentChanges.reduce<Filling['spans'] | undefined>(
          (before, change) => before && spansAfter(before, change),
          this.#filling.spans,
        );
        this.#filling = spans && { document, spans };
        // Otherwise the cursor moves next, and is checked then.
        if (spans === undefined) this.#say(false);
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Whether Tab goes to the next place from the current selection. */
  get isHere(): boolean {
    const editor = window.activeTextEditor;
    const filling = this.#filling;
    if (editor === undefined || editor.document !== filling?.document) return false;
    return editor.selections.every((selection) => isAt(filling, selection));
  }

  /** To be called when these places were selected, before the editor reports it: the next key may be Tab. */
  begin(document: TextDocument, places: readonly Range[]): void {
    this.#filling = { document, spans: places.map((place) => spanOf(document, place)) };
    this.#say(true);
  }

  async #look(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor === undefined || editor.document !== this.#draft()) {
      this.#filling = undefined;
      this.#say(false);
      return;
    }
    const { document, selections } = editor;
    const { version } = document;
    const known = this.places.known(document);
    const spans = selections.map((selection) => spanOf(document, selection));
    const isKnown = (span: Span) => known?.some(({ start, end }) => start === span.start && end === span.end);
    const isPlace = (selection: Selection, index: number): boolean =>
      known === undefined ? isPlaceholder(document.getText(selection)) : isKnown(spans[index]!) === true;
    if (selections.every(isPlace)) this.#filling = { document, spans };
    else if (document !== this.#filling?.document || !spans.every((span) => within(this.#filling, span)))
      this.#filling = undefined;
    this.#say(this.isHere && known?.length !== 0);
    if (known !== undefined || selections.some(({ isEmpty }) => isEmpty)) return;
    // It may not be an “[insert …]”; only the server knows.
    await this.places.of(document).catch(() => undefined);
    if (document.version === version && this.places.known(document) !== undefined) await this.#look();
  }

  #draft(): TextDocument | undefined {
    const { shown } = this.active;
    return shown.kind === 'draft' ? shownDocument(shown) : undefined;
  }

  #say(isHere: boolean): void {
    if (isHere === this.#said) return;
    this.#said = isHere;
    void commands.executeCommand('setContext', 'advocacy.fillingIn', isHere);
  }
}

const isPlaceholder = (text: string): boolean =>
  placeholdersIn(text).some(({ start, end }) => start === 0 && end === text.length);

const spanOf = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

const within = (filling: Filling | undefined, { start, end }: Span): boolean =>
  filling?.spans.some((span) => span.start <= start && end <= span.end) === true;

function isAt({ document, spans }: Filling, selection: Selection): boolean {
  const { start, end } = spanOf(document, selection);
  const span = spans.find((one) => one.start <= start && end <= one.end);
  if (span === undefined) return false;
  if (!selection.isEmpty) return start === span.start && end === span.end;
  return CLOSED.test(document.getText(new Range(selection.end, document.positionAt(span.end))));
}

/**
 * Updates the places that are being filled in after a change: text that is typed in them extends them. Undefined where
 * that ends, with a new line or a change beyond them.
 */
export function spansAfter(
  spans: readonly Span[],
  { rangeOffset: from, rangeLength, text }: TextChange,
): readonly Span[] | undefined {
  const to = from + rangeLength;
  const by = text.length - rangeLength;
  const after: Span[] = [];
  for (const { start, end } of spans) {
    if (start <= from && to <= end) {
      if (/[\r\n]/.test(text)) return undefined;
      after.push({ start, end: end + by });
    } else if (to <= start) after.push({ start: start + by, end: end + by });
    else if (from >= end) after.push({ start, end });
    else return undefined;
  }
  return after;
}
