import { removal, type Splice, textIn, type XmlElement } from '../../docx/xml-tree';
import { danger } from '../../text/addresses';
import { addAll } from '../../util/lists';
import { FIELDS } from './part-kinds';

/** Fields that run programs or fetch something when the document is opened or printed. */
const FETCHING =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD|CONTROL|HTMLCONTROL|PRINT)\b/i;
const LINK = /^\s*HYPERLINK\b/i;

/** How deep fields may be nested, of which Word reads twenty. */
const DEEPEST = 50;
/** The longest instruction, in characters. */
const LONGEST = 5000;

/** A field that has not ended yet. */
interface Field {
  instruction: string;
  /** Whether its result is being read, and not its instruction. */
  shown: boolean;
  /** Its marks and the elements of its instruction. */
  readonly elements: XmlElement[];
  /** Whether another field is in its instruction. */
  nested: boolean;
}

interface Fields {
  /** A dangerous field, as words behind "it contains": one that fetches or runs something, or an unsafe link. */
  readonly danger?: string;
  /** The changes that remove fields which documents do not need, but keep their results. */
  readonly splices: readonly Splice[];
  /** The names of these fields. */
  readonly removed: ReadonlySet<string>;
  /** The names of the custom properties that fields show, in small letters. */
  readonly properties: ReadonlySet<string>;
}

/**
 * Checks the fields of a part.
 *
 * @param root of a part in which WordprocessingML has the prefix `w`
 */
export function fieldsOf(root: XmlElement): Fields {
  const reader = new FieldReader();
  const danger = reader.look(root) ?? reader.finish();
  const { splices, removed, properties } = reader;
  return { ...(danger === undefined ? {} : { danger }), splices, removed, properties };
}

class FieldReader {
  readonly splices: Splice[] = [];
  readonly removed = new Set<string>();
  readonly properties = new Set<string>();
  /** The open fields. The first one is for instructions outside of fields. */
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
        // Word reads any text within an instruction as part of it.
        if (!element.name.endsWith('nstrText') && (this.#open.length === 1 || field.shown)) break;
        const text = textIn(element);
        field.instruction += field.instruction === '' ? text.trimStart() : text;
        field.elements.push(element);
        if (field.instruction.length > LONGEST) found = 'a field that does not end';
      }
    }
    if (found !== undefined) return found;
    // Word ignores unknown elements, such as one of two alternatives, so these must not begin or end a field.
    const before = element.name.startsWith('w:') ? undefined : this.#open.map((field) => ({ ...field }));
    for (const child of element.children) {
      found = typeof child === 'string' ? undefined : this.look(child);
      if (found !== undefined) return found;
    }
    return before === undefined || isSame(before, this.#open) ? undefined : 'a field that is cut in two';
  }

  /** Checks the fields that are open at the end. */
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
    if (found !== undefined || this.#isKept(instruction)) return found;
    this.removed.add(nameOf(instruction));
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

  /** Whether a field stays; what it shows then stays with it. */
  #isKept(instruction: string): boolean {
    if (!isKnown(instruction)) return false;
    const property = shownProperty(instruction);
    if (property !== undefined) this.properties.add(property);
    return true;
  }

  #judge({ instruction, elements, nested }: Field): string | undefined {
    const found = dangerIn(instruction);
    if (found !== undefined || this.#isKept(instruction)) return found;
    const name = nameOf(instruction);
    if (nested) return `a field that documents do not need (${name})`;
    this.removed.add(name);
    addAll(this.splices, elements.map(removal));
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

/** The danger of a field in the instruction of another, whose effect or target it may change; undefined for none. */
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

/** The possible targets in the instruction of a link: all its texts but the screen tip behind `\o`. */
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
    if (!isTip) yield* readings(straight ?? curly ?? bare ?? '');
    isTip = false;
  }
}

/**
 * What programs may take a text of an instruction for. Backslashes in it are doubled; of a single one, some programs
 * drop it, and others keep it and those at the beginning, where two of them are a network folder.
 */
function readings(text: string): Iterable<string> {
  if (!text.includes('\\')) return [text];
  return [
    text.replace(/\\([\\"])/g, '$1'),
    text.replace(/\\(.)/gs, '$1'),
    text.replace(/(?<=[^\\])\\\\/g, '\\'),
  ];
}

/** The name in the instruction of a field that shows a custom property, in small letters. */
function shownProperty(instruction: string): string | undefined {
  const [, straight, curly, bare] =
    /^\s*DOCPROPERTY\s+(?:"([^"]*)"|“([^”]*)”|([^\s"“]+))/i.exec(instruction) ?? [];
  return (straight ?? curly ?? bare)?.toLowerCase();
}
