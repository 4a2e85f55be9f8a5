import { danger } from '../../addresses';
import { type Splice, textIn, type XmlElement } from '../../docx/xml-tree';
import { FIELDS } from './kinds';

/** Fields that start programs or fetch something when the document is opened or printed. */
const FETCHING =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD|CONTROL|HTMLCONTROL|PRINT)\b/i;
const LINK = /^\s*HYPERLINK\b/i;

/** Word stops at twenty fields in each other; what an instruction may say, in characters. */
const DEEPEST = 50;
const LONGEST = 5000;

/** A field that is not closed yet. */
interface Field {
  instruction: string;
  /** Its instruction is read; what comes now is its result. */
  shown: boolean;
  /** Its marks and the pieces of its instruction, whatever they are called. */
  readonly elements: XmlElement[];
  /** Another field is in its instruction. */
  nested: boolean;
}

interface Fields {
  /** What makes a field dangerous, to follow "it contains": it fetches, runs something, or is a link that must not be followed. */
  readonly danger?: string;
  /** What takes away the fields that documents do not need, and leaves what they show. */
  readonly splices: readonly Splice[];
  /** Their names. */
  readonly left: ReadonlySet<string>;
}

/**
 * Looks at the fields of a part.
 *
 * @param root of a part in which WordprocessingML has the prefix `w`
 */
export function fieldsOf(root: XmlElement): Fields {
  const reader = new FieldReader();
  const danger = reader.look(root) ?? reader.finish();
  const { splices, left } = reader;
  return { ...(danger === undefined ? {} : { danger }), splices, left };
}

class FieldReader {
  readonly splices: Splice[] = [];
  readonly left = new Set<string>();
  /** The first stands for instructions outside of any field. */
  readonly #open: Field[] = [begun()];

  look(element: XmlElement): string | undefined {
    let found: string | undefined;
    switch (element.name) {
      case 'w:fldSimple':
        found = madeUp(this.#open) ?? this.#simple(element);
        break;
      case 'w:fldChar':
        found = this.#turn(element);
        break;
      case 'w:t':
      case 'w:delText':
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = this.#open.at(-1)!;
        // Word takes any text that stands in an instruction for a part of it.
        if (!element.name.endsWith('nstrText') && (this.#open.length === 1 || field.shown)) break;
        const text = textIn(element);
        field.instruction += field.instruction === '' ? text.trimStart() : text;
        field.elements.push(element);
        if (field.instruction.length > LONGEST) found = 'a field that does not end';
      }
    }
    if (found !== undefined) return found;
    // Word passes over what it does not know, such as one of two alternatives: nothing in it may open or close a field.
    const before = element.name.startsWith('w:') ? undefined : this.#open.map((field) => ({ ...field }));
    for (const child of element.children) {
      found = typeof child === 'string' ? undefined : this.look(child);
      if (found !== undefined) return found;
    }
    return before === undefined || isSame(before, this.#open) ? undefined : 'a field that is cut in two';
  }

  /** What is open at the end. */
  finish(): string | undefined {
    for (let field = this.#open.pop(); field !== undefined; field = this.#open.pop()) {
      const found = this.#judge(field);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #simple(element: XmlElement): string | undefined {
    const instruction = element.attributes['w:instr'] ?? '';
    const found = dangerIn(instruction);
    if (found !== undefined || isKnown(instruction)) return found;
    this.left.add(nameOf(instruction));
    const { start, open, close, end } = element;
    this.splices.push({ start, end: open, text: '' });
    if (close < end) this.splices.push({ start: close, end, text: '' });
    return undefined;
  }

  /** Follows a mark that begins a field, separates its instruction from its result, or ends it. */
  #turn(mark: XmlElement): string | undefined {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      let found = madeUp(this.#open);
      const outer = this.#open.at(-1)!;
      if (this.#open.length === 1) {
        found ??= this.#judge(outer);
        this.#open[0] = begun();
      } else if (!outer.shown) outer.nested = true;
      if (this.#open.length > DEEPEST) found ??= 'fields in fields without end';
      this.#open.push(begun(mark));
      return found;
    }
    const field = this.#open.at(-1)!;
    field.elements.push(mark);
    if (type === 'separate') field.shown = true;
    if (type === 'end' && this.#open.length > 1) return this.#judge(this.#open.pop()!);
    return undefined;
  }

  #judge({ instruction, elements, nested }: Field): string | undefined {
    const found = dangerIn(instruction);
    if (found !== undefined || isKnown(instruction)) return found;
    const name = nameOf(instruction);
    if (nested) return `a field that documents do not need (${name})`;
    this.left.add(name);
    for (const { start, end } of elements) this.splices.push({ start, end, text: '' });
    return undefined;
  }
}

function begun(...elements: XmlElement[]): Field {
  return { instruction: '', shown: false, elements, nested: false };
}

function isSame(before: readonly Field[], after: readonly Field[]): boolean {
  return (
    before.length === after.length &&
    before.every(
      ({ instruction, shown }, at) => instruction === after[at]!.instruction && shown === after[at]!.shown,
    )
  );
}

function isKnown(instruction: string): boolean {
  const word = /^\s*(=|[A-Za-z]+(?![\w.-])|$)/.exec(instruction)?.[1];
  return word === '' || (word !== undefined && FIELDS.has(word.toUpperCase()));
}

function nameOf(instruction: string): string {
  return `the field ${(/\S+/.exec(instruction)?.[0] ?? '').slice(0, 30)}`;
}

/** A field in the instruction of another can make up what that one does, or where it leads. */
function madeUp(open: readonly Field[]): string | undefined {
  const outer = open.at(-1)!;
  if (open.length === 1 || outer.shown) return undefined;
  if (LINK.test(outer.instruction)) return 'a link that another field makes up';
  if (outer.instruction.length > 40) return undefined;
  return /^\s*[A-Z]*$/i.test(outer.instruction) && !/^\s*IF$/i.test(outer.instruction)
    ? 'a field that another field makes up'
    : undefined;
}
function dangerIn(instruction: string): string | undefined {
  const field = FETCHING.exec(instruction)?.[1];
  if (field !== undefined) return `a field that fetches or runs something (${field.toUpperCase()})`;
  for (const target of targets(instruction)) {
    const reason = danger(target);
    if (reason !== undefined) return `a link to “${target.slice(0, 80)}”: ${reason}`;
  }
  return undefined;
}

/** What a link's instruction may lead to: each of its texts but the tip, which `\o` announces. */
function* targets(instruction: string): Generator<string> {
  const link = LINK.exec(instruction)?.[0];
  if (link === undefined) return;
  let isTip = false;
  for (const [, straight, curly, bare] of instruction
    .slice(link.length)
    .matchAll(/"((?:[^"\\]|\\.)*)"?|“([^”]*)”?|([^\s"“]+)/gs)) {
    if (bare !== undefined && /^\\[a-z*#@!]$/i.test(bare)) {
      isTip = /^\\o$/i.test(bare);
      continue;
    }
    const text = straight ?? curly ?? bare ?? '';
    // In an instruction, a backslash is written as two.
    if (!isTip) yield text.replace(/\\([\\"])/g, '$1');
    isTip = false;
  }
}
