import { AlignmentType, type ILevelsOptions, LevelFormat, LevelSuffix } from 'docx';
import { delimiterFor, formatAt, hasLetters, widestLabel } from './list-labels';

/** How far each list level is set in, in twips (0.75 cm): room for "99." in 12 point type. */
export const LIST_STEP = 425;

/** Word knows levels 0 to 8. */
export const DEEPEST_LEVEL = 8;

/** What docx needs to number a paragraph. */
export interface ListNumber {
  readonly reference: string;
  readonly level: number;
  readonly instance: number;
}

/** One Markdown list in Word's numbering. */
export interface ListShape {
  /** For items with a marker of the list's own kind. */
  readonly number: ListNumber;
  /** Where the items' text begins, in twips beyond the place where the list stands. */
  readonly step: number;
  /** Where the definition itself puts the items' text, in twips from the margin. */
  readonly left: number;
}

/** A numbered list of Markdown. */
export interface NumberedList {
  /** How many lists it stands in, and how many of those are numbered. */
  readonly level: number;
  readonly depth: number;
  /** The first number, 0 to 999999999. */
  readonly start: number;
  /** What stands after its numbers: `.` or `)`. */
  readonly delimiter: string;
  /** How many items there are, for the room that the widest number needs. */
  readonly count: number;
  readonly inNote: boolean;
}

const BULLETS = ['•', '–'];
const BULLET = 'bullets';
const TASK = 'tasks';
const SECTIONS = 'sections';

/** How far the text of numbered paragraphs is set in, in twips (1.25 cm): room for "12.34". */
export const SECTION_STEP = 709;

/**
 * Gathers the numbering definitions that the lists of one document need.
 *
 * Bullets and checkboxes share one list each. A numbered list gets an instance of its own, which is what makes
 * Word start it afresh; its first number stands in the definition, so each start has a definition. Lists in
 * footnotes have theirs apart, so that a list in a note leaves the count of the text around it alone.
 */
export class Numbering {
  readonly #levels = new Map<string, readonly ILevelsOptions[]>();
  #instances = 0;

  bullets(level: number): ListShape {
    return this.#shared(BULLET, level, (depth) => ({
      format: LevelFormat.BULLET,
      text: BULLETS[depth % BULLETS.length]!,
    }));
  }

  /** Items that begin with a checkbox: the marker is invisible, and the checkbox stands where it would. */
  tasks(level: number): ListShape {
    // pandoc takes an item with an empty marker for a continuation of the one before, hence the hard space.
    return this.#shared(TASK, level, () => ({
      format: LevelFormat.BULLET,
      text: '\u00a0',
      suffix: LevelSuffix.NOTHING,
    }));
  }

  numbers({ level, depth, start, delimiter, count, inNote }: NumberedList): ListShape {
    const last = start + Math.max(0, count - 1);
    const counted = hasLetters(start, last) ? cap(Math.min(depth, level)) : 0;
    const own = formatAt(counted);
    const step = Math.max(LIST_STEP, widestLabel(own, start, last, delimiterFor(own, delimiter)) + 90);
    // How many of the lists around it are not numbered, or do not count.
    const outside = cap(level) - counted;
    const reference = `numbers-${start}${delimiter === ')' ? '-bracket' : ''}${step > LIST_STEP ? `-${step}` : ''}${outside > 0 ? `-from-${outside}` : ''}${inNote ? '-note' : ''}`;
    // The levels beside its own are for those who move an item in Word.
    this.#define(reference, step, (at) => {
      const format = formatAt(Math.max(0, at - outside));
      return { format, text: `%${at + 1}${delimiterFor(format, delimiter)}`, start };
    });
    return {
      number: { reference, level: cap(level), instance: ++this.#instances },
      step,
      left: leftOf(level, step),
    };
  }

  /** Sections "1.", and paragraphs in them "1.1": one list through the whole document. */
  sections(level: 0 | 1): ListShape {
    this.#define(SECTIONS, SECTION_STEP, (depth) => ({
      format: LevelFormat.DECIMAL,
      text: depth === 0 ? '%1.' : Array.from({ length: depth + 1 }, (_, at) => `%${at + 1}`).join('.'),
      style: { paragraph: { indent: { left: SECTION_STEP, hanging: SECTION_STEP } } },
    }));
    const number = { reference: SECTIONS, level, instance: 0 };
    return { number, step: SECTION_STEP, left: SECTION_STEP };
  }

  /** For docx's `numbering` option. */
  get config(): readonly { readonly reference: string; readonly levels: readonly ILevelsOptions[] }[] {
    return [...this.#levels].map(([reference, levels]) => ({ reference, levels }));
  }

  #shared(reference: string, level: number, make: (depth: number) => Partial<ILevelsOptions>): ListShape {
    this.#define(reference, LIST_STEP, make);
    return {
      number: { reference, level: cap(level), instance: 0 },
      step: LIST_STEP,
      left: standardLeft(level),
    };
  }

  #define(reference: string, step: number, make: (depth: number) => Partial<ILevelsOptions>): void {
    if (this.#levels.has(reference)) return;
    const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: leftOf(level, step), hanging: step } } },
      ...make(level),
      level,
    }));
    this.#levels.set(reference, levels);
  }
}

/** Where the text of an item begins at a level when all lists around it are of the usual width, in twips. */
function standardLeft(level: number): number {
  return LIST_STEP * (cap(level) + 1);
}

function leftOf(level: number, step: number): number {
  return standardLeft(level) + step - LIST_STEP;
}

function cap(level: number): number {
  return Math.min(level, DEEPEST_LEVEL);
}
