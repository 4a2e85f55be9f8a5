import { Disposable, Position, Range, type TextDocument, workspace } from 'vscode';
import { type PlaceToFill, placeholdersRequest } from '../../../server/src/protocol';
import { type ActiveDraft, shownDocument } from '../server/active-draft';
import type { Server } from '../server/server';

/** A span, in UTF-16 code units from the start of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Place extends Span {
  /** The other places with the same words. */
  readonly alike: readonly Span[];
}

export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

interface Known {
  readonly document: TextDocument;
  places: readonly Place[];
}

/**
 * The places to fill in of the active draft, fetched before anybody asks: users type on at once after going to the next
 * place, which must not take time.
 */
export class PlacesToFill {
  readonly #listening: Disposable;
  #known: Known | undefined;
  #reading:
    | {
        readonly document: TextDocument;
        readonly version: number;
        readonly places: Promise<readonly Place[]>;
      }
    | undefined;

  constructor(
    private readonly server: Server,
    active: ActiveDraft,
  ) {
    this.#listening = Disposable.from(
      active.onDidChange((shown) => {
        const document = shownDocument(shown);
        if (document !== this.#known?.document) this.#known = undefined;
        // Where this fails, they are fetched when needed.
        if (document !== undefined && shown.kind === 'draft') this.#read(document).catch(() => undefined);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const known = this.#known?.document === document ? this.#known : undefined;
        if (known === undefined && this.#reading?.document !== document) return;
        if (known !== undefined && !contentChanges.some((change) => mayAdd(document, change)))
          known.places = contentChanges.reduce(placesAfter, known.places);
        else {
          this.#known = undefined;
          this.#read(document).catch(() => undefined);
        }
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** The places of a document, where they have been fetched. */
  known(document: TextDocument): readonly Span[] | undefined {
    return this.#known?.document === document ? this.#known.places : undefined;
  }

  /** The places of the current text of a document, in order. */
  async of(
    document: TextDocument,
  ): Promise<readonly { readonly range: Range; readonly alike: readonly Range[] }[]> {
    const known = this.#known?.document === document ? this.#known.places : await this.#read(document);
    const rangeOf = ({ start, end }: Span) => new Range(document.positionAt(start), document.positionAt(end));
    return known.map((place) => ({ range: rangeOf(place), alike: place.alike.map(rangeOf) }));
  }

  /** Asks the server, once for each version of a document. */
  #read(document: TextDocument): Promise<readonly Place[]> {
    const { version } = document;
    if (this.#reading?.document === document && this.#reading.version === version)
      return this.#reading.places;
    const places = this.#ask(document, version);
    this.#reading = { document, version, places };
    // Asked again where the server was restarted meanwhile.
    places.catch(() => {
      if (this.#reading?.places === places) this.#reading = undefined;
    });
    return places;
  }

  async #ask(document: TextDocument, version: number): Promise<readonly Place[]> {
    const textDocument = { uri: this.server.uri(document.uri) };
    const found = await this.server.request<readonly PlaceToFill[]>(placeholdersRequest, { textDocument });
    const offsetOf = ({ line, character }: PlaceToFill['range']['start']) =>
      document.offsetAt(new Position(line, character));
    const spanOf = ({ start, end }: PlaceToFill['range']): Span => ({
      start: offsetOf(start),
      end: offsetOf(end),
    });
    const places = found.map(({ range, alike }) => ({ ...spanOf(range), alike: alike.map(spanOf) }));
    // The server reports later changes again.
    if (document.version === version) this.#known = { document, places };
    return places;
  }
}

/** Characters that a new place consists of, unless it consists of words. */
const SIGN = /[[\]{}«»_<~?…□]|\.{3}|\*\*/;
/** Words of such a place, to which a key adds one letter. */
const IN_WORDS =
  /T\.?B\.?[ACD]|TK|XX|[£€$] ?[XYZ]|TODO|FIXME|YY|to (?:be|come|follow|confirm|check)|await|needed|required|missing/i;
/** At least the length of the longest of these. */
const REACH = 12;

/** Whether a change that the document already contains may have added a place; only the server knows. */
function mayAdd(document: TextDocument, { rangeOffset, text }: TextChange): boolean {
  if (SIGN.test(text) || text.trim().includes('\n')) return true;
  const end = rangeOffset + text.length;
  const from = document.positionAt(Math.max(0, rangeOffset - REACH));
  return IN_WORDS.test(document.getText(new Range(from, document.positionAt(end))));
}

/** The places after a change: those after it move, and one that it touches is being filled in. */
export function placesAfter(places: readonly Place[], change: TextChange): readonly Place[] {
  const from = change.rangeOffset;
  const to = from + change.rangeLength;
  const by = change.text.length - change.rangeLength;
  const moved = <T extends Span>(span: T): T[] => {
    if (span.end <= from) return [span];
    return span.start >= to ? [{ ...span, start: span.start + by, end: span.end + by }] : [];
  };
  return places.flatMap(moved).map((place) => ({ ...place, alike: place.alike.flatMap(moved) }));
}
