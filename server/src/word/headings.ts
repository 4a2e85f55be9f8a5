import type { Heading, RootContent } from 'mdast';
import type { Context } from './context';
import type { Layout } from './layout';
import { type HeadingNumber, spelt } from './lists/labels';
import { headingStyle, STYLE } from './styles';
import { plainText } from './text';

/** The numbers that we give to sections, which are headings of a level. */
export function ownNumbers(level: number): ReadonlyMap<number, HeadingNumber> {
  return new Map([[level, { text: `%${level}.`, format: 'decimal' }]]);
}

const APPENDIX = /^(?:Appendix|Annexe?|Atodiad)\b\s*([A-Z](?![\p{L}\p{N}])|\d{1,2}\b)?/u;

/** Whether a heading begins an appendix, which has a letter of its own instead of a section's number. */
export function isAppendix(node: RootContent, layout: Layout): boolean {
  return node.type === 'heading' && node.depth === layout.sectionDepth && APPENDIX.test(plainText(node));
}

/**
 * The headings of appendices and those below them: no section's number counts there.
 *
 * @param sources our heading of the list of sources, which is no section behind the appendices either
 */
export function headingsOfAppendices(
  nodes: readonly RootContent[],
  layout: Layout,
  sources: Heading,
): ReadonlySet<RootContent> {
  const found = new Set<RootContent>();
  let isInside = false;
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    if (node.depth <= layout.sectionDepth && node !== sources) isInside = isAppendix(node, layout);
    if (isInside) found.add(node);
  }
  return found;
}

/** What closes a report and is no step of its argument. */
const CLOSING =
  /^(?:(?:list of )?(?:appendices|annexes|background (?:papers|documents))|(?:report author|lead officer)|contacts?(?: (?:details|officers?|persons?))?|officer contact|atodiadau|papurau cefndir|cyswllt)$/i;

/** The last sections of a paper that have no number: its appendices, background papers and contact. */
export function closingHeadings(
  nodes: readonly RootContent[],
  layout: Layout,
  sources: Heading,
): ReadonlySet<RootContent> {
  const found = new Set<RootContent>();
  for (const node of [...nodes].reverse()) {
    if (node.type !== 'heading' || node.depth > layout.sectionDepth) continue;
    if (isAppendix(node, layout)) continue;
    if (node !== sources && !CLOSING.test(plainText(node).trim())) break;
    found.add(node);
  }
  // Sources by themselves, behind the argument, go on counting.
  if (found.size === 1) found.delete(sources);
  return found;
}

/**
 * The letter that an appendix has where appendices count A, B, C; undefined where its author numbers it otherwise.
 *
 * @param count how many appendices have had one before
 */
export function appendixLetter(node: Heading, count: number): string | undefined {
  const written = APPENDIX.exec(plainText(node))?.[1];
  const letter = String.fromCharCode(65 + count);
  return count < 26 && (written === undefined || written === letter) ? letter : undefined;
}

/** The style of a heading. If a template numbers or quotes headings, sections are Heading 1, below the title. */
export function styleOfHeading(node: Heading, { layout, title }: Context): string {
  return node === title ? STYLE.title : headingStyle(Math.max(1, node.depth - layout.raised));
}

/** Counts headings as Word does. */
export class HeadingCounter {
  readonly #counts: number[] = [];

  constructor(private readonly numbers: ReadonlyMap<number, HeadingNumber>) {}

  /** The number of the next heading of a level from 1; undefined where that level has none. */
  next(level: number): string | undefined {
    const own = this.numbers.get(level);
    if (own === undefined) return undefined;
    this.#counts.length = Math.max(this.#counts.length, level);
    this.#counts[level - 1] = (this.#counts[level - 1] ?? 0) + 1;
    this.#counts.length = level;
    return own.text.replace(/%(\d)/g, (_, at: string) =>
      spelt(this.numbers.get(Number(at))?.format ?? own.format, this.#counts[Number(at) - 1] ?? 1),
    );
  }
}
