import { elementIn, elementsIn, textIn, type XmlElement } from '../../docx/xml-tree';
import { typeface, widthOf } from '../text-width';
import type { Format, Formats, Type } from './formats';
import { numberIn } from './scan';

/** One line of a paragraph, or one row of a table. Lengths are in twips. */
export interface Line {
  height: number;
  /** Ids of the footnotes that it refers to. */
  readonly notes: string[];
  /** How much of its height is line spacing below the letters, which the last line of a page can do without. */
  extra?: number;
  /** Whether a page break follows it. */
  breakAfter?: boolean;
}

/** A paragraph broken into lines, with its bookmarks and the lines on which they begin. */
interface Broken {
  readonly lines: readonly Line[];
  readonly marks: readonly (readonly [name: string, line: number])[];
}

/** EMUs (English Metric Units) per twip. */
const EMU = 635;

const MOST_LINES_OF_A_WORD = 50;

/** The interval of default tab stops, in twips. */
const TAB = 720;

/** Breaks a paragraph into lines of `width` twips, after spaces, hyphens and dashes, as Word does. */
export function breakLines(paragraph: XmlElement, format: Format, width: number, formats: Formats): Broken {
  const setter = new Setter(format, width);
  walk(paragraph, format, formats, setter);
  return setter.end();
}

function walk(element: XmlElement, format: Format, formats: Formats, setter: Setter): void {
  for (const part of elementsIn(element)) {
    switch (part.name) {
      case 'w:r':
        writeRun(part, formats.run(elementIn(part, 'w:rPr'), format), setter);
        break;
      case 'w:bookmarkStart':
        setter.mark(part.attributes['w:name'] ?? '');
        break;
      case 'w:pPr':
      case 'w:sdtPr':
      case 'w:del':
        break;
      default:
        walk(part, format, formats, setter);
    }
  }
}

function writeRun(run: XmlElement, type: Type, setter: Setter): void {
  if (type.hidden) return;
  for (const part of elementsIn(run)) {
    switch (part.name) {
      case 'w:t':
        setter.text(textIn(part), type);
        break;
      case 'w:tab':
        setter.tab();
        break;
      case 'w:br':
      case 'w:cr':
        setter.newLine(type, part.attributes['w:type'] === 'page');
        break;
      case 'w:footnoteReference':
        setter.note(part.attributes['w:id'] ?? '', type);
        break;
      case 'w:drawing': {
        const size = elementIn(part, 'wp:inline', 'wp:extent');
        if (size !== undefined) {
          setter.picture((numberIn(size, 'cx') ?? 0) / EMU, (numberIn(size, 'cy') ?? 0) / EMU);
        }
        break;
      }
      default:
    }
  }
}

class Setter {
  readonly #format: Format;
  readonly #lines: Line[] = [];
  readonly #marks: [string, number][] = [];
  readonly #width: number;
  #line: Line = { height: 0, notes: [] };
  /** The x position of the next character, from the paragraph's left edge. */
  #x: number;
  /** The width of the current word, and of the space before it. */
  #word = 0;
  #space = 0;
  /** Whether the line has content, so that a word that does not fit moves to the next line. */
  #begun = false;

  constructor(format: Format, width: number) {
    this.#format = format;
    this.#width = Math.max(300, width - format.left - format.right);
    this.#x = format.labelled ? Math.max(0, format.first) : format.first;
  }

  text(text: string, type: Type): void {
    const face = typeface(type.font);
    const unit = (type.size * 20) / 1000;
    const shown = type.capitals ? text.toUpperCase() : text;
    this.#grow(type);
    for (let at = 0; at < shown.length; at++) {
      const code = shown.charCodeAt(at);
      // A surrogate pair was measured with its first half.
      if (code >= 0xdc00 && code <= 0xdfff) continue;
      const width = widthOf(code, face, type.bold) * unit;
      if (code === 32 || code === 0x2009) {
        this.#endWord(type);
        this.#space += width;
        continue;
      }
      this.#word += width;
      if (code === 45 || code === 0x2013 || code === 0x2014 || code >= 0x2e80) this.#endWord(type);
    }
  }

  /** Adds the current word to the line, or to the next one where it does not fit. */
  #endWord(type: Type): void {
    if (this.#word === 0) return;
    if (this.#begun && this.#x + this.#space + this.#word > this.#width) {
      this.#nextLine();
      this.#grow(type);
    }
    this.#x += this.#space + this.#word;
    // A word that is longer than the line continues on the next.
    const below = Math.min(MOST_LINES_OF_A_WORD, Math.ceil(this.#x / this.#width) - 1);
    const rest = this.#x - below * this.#width;
    for (let line = 0; line < below; line++) {
      this.#nextLine();
      this.#grow(type);
      this.#x = Math.min(rest, this.#width);
    }
    this.#space = 0;
    this.#word = 0;
    this.#begun = true;
  }

  tab(): void {
    this.#flush();
    this.#x += this.#space;
    this.#space = 0;
    this.#x = this.#x < 0 ? 0 : Math.min(this.#width, (Math.floor(this.#x / TAB) + 1) * TAB);
    this.#begun = true;
  }

  newLine(type: Type, page: boolean): void {
    this.#flush();
    this.#grow(type);
    if (page) this.#line.breakAfter = true;
    this.#nextLine();
    this.#grow(type);
  }

  note(id: string, type: Type): void {
    this.#word += (556 * type.size * 20) / 1000;
    this.#flush();
    this.#line.notes.push(id);
  }

  picture(width: number, height: number): void {
    this.#word += width;
    this.#flush();
    this.#line.height = Math.max(this.#line.height, height);
  }

  mark(name: string): void {
    this.#marks.push([name, this.#lines.length]);
  }

  end(): Broken {
    this.#flush();
    if (this.#line.height === 0) this.#grow(this.#format.type);
    this.#lines.push(this.#line);
    return { lines: this.#lines, marks: this.#marks };
  }

  #flush(): void {
    this.#endWord(this.#format.type);
  }

  #nextLine(): void {
    this.#lines.push(this.#line);
    this.#line = { height: 0, notes: [] };
    this.#x = 0;
    this.#space = 0;
    this.#begun = false;
  }

  /** Makes the line high enough for a type. */
  #grow(type: Type): void {
    const { line, rule } = this.#format;
    const own = typeface(type.font).line * type.size * 20;
    // Programs round line heights down to whole twips, which adds up to half a line on a page.
    const spaced = Math.floor((own * line) / 240);
    const height = rule === 'exact' ? line : rule === 'atLeast' ? Math.max(line, own) : spaced;
    if (height > this.#line.height) this.#line.extra = rule === 'auto' ? Math.max(0, height - own) : 0;
    this.#line.height = Math.max(1, this.#line.height, height);
  }
}
