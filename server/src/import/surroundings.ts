import { danger } from '../addresses';
import type { Link, Other, Picture, WordDocument } from '../docx/model';
import { Losses, type Words } from './losses';
import { Pictures } from './pictures';

/** What else cannot be held. */
export type Lost =
  | Other['what']
  | 'underline'
  | 'highlight'
  | 'merged'
  | 'unmerged'
  | 'cell blocks'
  | 'letters'
  | 'numbers'
  | 'paragraph numbers'
  | 'deep'
  | 'place'
  | 'code changes'
  | 'table changes'
  | 'moved comment';

const WORDS: Readonly<Record<Lost, Words>> = {
  chart: {
    one: 'A chart is left out; in Word, save it as a picture, and insert that',
    many: '# charts are left out; in Word, save them as pictures, and insert those',
  },
  diagram: {
    one: 'A diagram (SmartArt) is left out; in Word, save it as a picture, and insert that',
    many: '# diagrams (SmartArt) are left out; in Word, save them as pictures, and insert those',
  },
  shape: { one: 'A drawing without text is left out', many: '# drawings without text are left out' },
  object: { one: 'An embedded object is left out', many: '# embedded objects are left out' },
  document: {
    one: 'A document within the document is left out',
    many: '# documents within the document are left out',
  },
  'hidden text': { one: 'Hidden text is left out', many: 'Hidden text is left out in # places' },
  contents: {
    one: 'The table of contents is left out; the export to Word makes one anew',
    many: '# tables of contents and the like are left out; the export to Word makes the contents anew',
  },
  picture: {
    one: 'A picture is left out; save it as a file beside the draft, and insert that',
    many: '# pictures are left out; save them as files beside the draft, and insert those',
  },
  comment: {
    one: 'A comment is left out; “Import Word Document…” takes it over',
    many: '# comments are left out; “Import Word Document…” takes them over',
  },
  equation: { one: 'An equation is written as plain text', many: '# equations are written as plain text' },
  underline: { one: 'An underline is left out', many: 'Underlines are left out in # places' },
  highlight: { one: 'A highlight is left out', many: 'Highlights are left out in # places' },
  merged: {
    one: 'A table with merged cells, or with more than text in a cell, is written as HTML',
    many: '# tables with merged cells, or with more than text in a cell, are written as HTML',
  },
  unmerged: {
    one: 'A table with merged cells is written with empty cells in their place',
    many: '# tables with merged cells are written with empty cells in their place',
  },
  'cell blocks': {
    one: 'A list or table in a table cell is written as lines of text',
    many: 'Lists or tables in # table cells are written as lines of text',
  },
  letters: {
    one: 'A list that counts in letters or Roman numbers counts in figures',
    many: '# lists that count in letters or Roman numbers count in figures',
  },
  numbers: {
    one: 'A heading has lost its automatic number',
    many: '# headings have lost their automatic numbers',
  },
  'paragraph numbers': {
    one: 'A paragraph has lost its automatic number',
    many: '# paragraphs have lost their automatic numbers',
  },
  deep: {
    one: 'A heading below the sixth level is written as one of the sixth',
    many: '# headings below the sixth level are written as ones of the sixth',
  },
  place: {
    one: 'A link to a place in the text that is no heading is written as text',
    many: '# links to places in the text that are no headings are written as text',
  },
  'code changes': {
    one: 'Changes and comments in a block of code are left out; it is as if they were accepted',
    many: 'Changes and comments in # blocks of code are left out; it is as if they were accepted',
  },
  'table changes': {
    one: 'A table with changes or comments and merged cells is written with empty cells in their place',
    many: '# tables with changes or comments and merged cells are written with empty cells in their place',
  },
  'moved comment': {
    one: 'A comment on nothing in the text stands at the end',
    many: '# comments on nothing in the text stand at the end',
  },
};

/** What the writers of one document share: its notes, pictures and links, and what is lost. */
export class Surroundings {
  readonly losses = new Losses();
  readonly pictures: Pictures;
  /** Keys of the notes that are referred to, in their order. */
  readonly notes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #targets = new Map<Link, string | undefined>();

  /**
   * @param anchors the fragment that each bookmark in a heading has in Markdown
   * @param folder address of the folder for pictures, counted from the draft
   * @param notesBefore how far notes are counted before the first
   * @param nameOf what a picture is called, where not by its number
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
    this.losses.add(WORDS[what]);
  }

  /** The reference to a note. */
  note(key: string): string {
    if (!this.document.notes.has(key)) return '';
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.notes.push(key);
      this.#numbers.set(key, number);
    }
    return `[^${this.notesBefore + number}]`;
  }

  picture(picture: Picture): string {
    return this.pictures.markdown(picture);
  }

  /** The address that a link leads to in Markdown; undefined where there is none that is safe. */
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
      const shown = address.length > 60 ? `${address.slice(0, 59)}…` : address;
      this.losses.add({
        one: `The link to “${shown}” is written as text: ${reason}`,
        many: `# links to “${shown}” are written as text: ${reason}`,
      });
      return undefined;
    }
    return anchor && !address.includes('#') ? `${address}#${anchor}` : address;
  }
}
