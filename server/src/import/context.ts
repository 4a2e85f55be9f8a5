import type { Link, Other, WordDocument } from '../docx/model';
import { languageTag, withCountry } from '../draft/language-tags';
import { danger } from '../text/addresses';
import { shortened } from '../text/shorten';
import { getOrInsert } from '../util/memoize';
import { Losses, type Words } from './losses';
import words from './losses.json';
import { Pictures } from './pictures';

/** Keys of what Markdown cannot hold. */
type Lost = Other['what'] | keyof typeof words;

/** What the export of a draft writes by itself. */
const WRITTEN_AGAIN: ReadonlySet<Lost> = new Set(['numbers', 'paragraph numbers', 'contents', 'sources']);

const WORDS: Readonly<Record<Lost, Words>> = words;

/** What the writers of one document share: notes, pictures, links, and what is lost. */
export class ImportContext {
  readonly losses = new Losses();
  readonly pictures: Pictures;
  /** Keys of the notes that are referred to, in order. */
  readonly notes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #targets = new Map<Link, string | undefined>();
  /** Whether the document was exported from a draft: what the export wrote by itself is not lost. */
  isExported = false;
  /** The document’s language; undefined where those of its texts may be Word’s guesses, which no author named. */
  language: string | undefined;
  /** The language that the blocks around are known to be in. */
  spoken: string | undefined;

  /**
   * @param anchors the Markdown fragment of each heading, by its bookmark
   * @param folder address of the folder for pictures, relative to the draft
   * @param notesBefore number of the last footnote before the first one here
   * @param nameOf returns the name of a picture, where it is not numbered
   */
  constructor(
    readonly document: Pick<WordDocument, 'notes' | 'part'>,
    private readonly anchors: ReadonlyMap<string, string>,
    folder: string,
    readonly notesBefore = 0,
    nameOf?: (bytes: Uint8Array) => string,
  ) {
    this.pictures = new Pictures(document, folder, this.losses, nameOf);
  }

  lose(what: Lost): void {
    if (!this.isExported || !WRITTEN_AGAIN.has(what)) this.losses.add(WORDS[what]);
  }

  /** The language of a text, where that is not the document’s: as short as an author would write it. */
  foreign(language: string | undefined): string | undefined {
    if (this.language === undefined || language === undefined) return undefined;
    if (withCountry(language) === withCountry(this.language)) return undefined;
    const short = language.replace(/-.*/, '');
    return withCountry(short) === language ? short : languageTag(language);
  }

  /** Writes the reference to a note. */
  note(key: string): string {
    if (!this.document.notes.has(key)) return '';
    return `[^${this.notesBefore + getOrInsert(this.#numbers, key, () => this.notes.push(key))}]`;
  }

  /** The address of a link in Markdown; undefined where there is no safe one. */
  target(link: Link | undefined): string | undefined {
    if (link === undefined) return undefined;
    if (!this.#targets.has(link)) this.#targets.set(link, this.#target(link));
    return this.#targets.get(link);
  }

  #target({ address, anchor }: Link): string | undefined {
    if (address === '') {
      const fragment = this.anchors.get(anchor ?? '');
      if (fragment === undefined) this.lose('place');
      return fragment === undefined ? undefined : `#${fragment}`;
    }
    const reason = danger(address);
    if (reason !== undefined) {
      const shown = shortened(address, 60);
      this.losses.add({
        one: `The link to “${shown}” is written as text: ${reason}`,
        many: `# links to “${shown}” are written as text: ${reason}`,
      });
      return undefined;
    }
    return anchor && !address.includes('#') ? `${address}#${anchor}` : address;
  }
}
