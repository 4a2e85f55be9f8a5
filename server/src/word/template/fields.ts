import { danger } from '../links';
import { textIn, type XmlElement } from '../xml-tree';

/** Fields that start programs or fetch something when the document is opened or printed. */
const FETCHING =
  /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|RD|CONTROL|HTMLCONTROL|PRINT)\b/i;
const LINK = /^\s*HYPERLINK\b/i;

/** A field that is not closed yet. */
interface Field {
  instruction: string;
  /** Its instruction is read; what comes now is its result. */
  shown: boolean;
}

/**
 * What makes a field of a part dangerous: it fetches, runs something, or is a link that must not be followed.
 *
 * @param root of a part in which WordprocessingML has the prefix `w`
 * @returns what the part contains, to follow "it contains", or undefined where all is well
 */
export function dangerousField(root: XmlElement): string | undefined {
  // The first stands for instructions outside of any field.
  const open: Field[] = [{ instruction: '', shown: false }];
  const look = (element: XmlElement): string | undefined => {
    switch (element.name) {
      case 'w:fldSimple': {
        const found = madeUp(open) ?? dangerIn(element.attributes['w:instr'] ?? '');
        if (found !== undefined) return found;
        break;
      }
      case 'w:fldChar': {
        const found = turn(element.attributes['w:fldCharType'], open);
        if (found !== undefined) return found;
        break;
      }
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = open.at(-1)!;
        field.instruction += textIn(element);
        return dangerIn(field.instruction);
      }
    }
    // Word passes over what it does not know, such as one of two alternatives: nothing in it may open or close a field.
    const before = element.name.startsWith('w:') ? undefined : open.map((field) => ({ ...field }));
    for (const child of element.children) {
      const found = typeof child === 'string' ? undefined : look(child);
      if (found !== undefined) return found;
    }
    return before === undefined || isSame(before, open) ? undefined : 'a field that is cut in two';
  };
  return look(root);
}

/** Follows a mark that begins a field, separates its instruction from its result, or ends it. */
function turn(type: string | undefined, open: Field[]): string | undefined {
  if (type === 'begin') {
    const found = madeUp(open);
    if (open.length === 1) open[0]!.instruction = '';
    open.push({ instruction: '', shown: false });
    return found;
  }
  const field = open.at(-1)!;
  if (type === 'separate') field.shown = true;
  if (type === 'end' && open.length > 1) open.pop();
  return undefined;
}

function isSame(before: readonly Field[], after: readonly Field[]): boolean {
  return (
    before.length === after.length &&
    before.every(
      ({ instruction, shown }, at) => instruction === after[at]!.instruction && shown === after[at]!.shown,
    )
  );
}

/** A field in the instruction of another can make up what that one does, or where it leads. */
function madeUp(open: readonly Field[]): string | undefined {
  const outer = open.at(-1)!;
  if (open.length === 1 || outer.shown) return undefined;
  if (LINK.test(outer.instruction)) return 'a link that another field makes up';
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
