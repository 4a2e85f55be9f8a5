import type { Link } from './model';
import { descendants, type XmlElement } from './xml-tree';

/** What a field's instruction makes of its result. */
interface FieldMeaning {
  /** A list that Word makes of the document, such as a table of contents. */
  readonly contents: boolean;
  readonly link?: Link;
  /** Name of the bookmark round the reference to a note that is referred to once more. */
  readonly noteAt?: string;
}

/** Fields whose result is a list of what stands elsewhere in the document. */
const CONTENTS = /^(?:TOC|TOA|INDEX|TC|XE|TA|RD)$/i;

/** What an instruction says: `HYPERLINK "https://…" \l "place"`. */
export function fieldMeaning(instruction: string): FieldMeaning {
  const words = Array.from(
    instruction.slice(0, 5000).matchAll(/"((?:[^"\\]|\\.)*)"?|(\S+)/g),
    ([, quoted, word]) => quoted?.replace(/\\(.)/g, '$1') ?? word!,
  );
  const [name = ''] = words;
  if (CONTENTS.test(name)) return { contents: true };
  if (/^NOTEREF$/i.test(name) && words[1]) return { contents: false, noteAt: words[1] };
  if (!/^HYPERLINK$/i.test(name)) return { contents: false };
  let address = '';
  let anchor: string | undefined;
  for (let at = 1; at < words.length; at++) {
    const word = words[at]!;
    if (/^\\[lL]$/.test(word)) anchor = words[++at];
    else if (/^\\[tos]$/i.test(word)) at++;
    else if (!/^\\[mnh]$/i.test(word) && address === '') address = word;
  }
  if (address === '' && !anchor) return { contents: false };
  return { contents: false, link: { address, ...(anchor && { anchor }) } };
}

/**
 * The signs of fields (`w:fldChar`) that belong together: of a field without an end, or an end without a field, none
 * is among them, so that it does not take the rest of the document with it.
 */
function pairedFieldSigns(root: XmlElement): ReadonlySet<XmlElement> {
  const paired = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  for (const sign of descendants(root, 'w:fldChar')) {
    const type = sign.attributes['w:fldCharType'];
    if (type === 'begin') open.push([sign]);
    else if (type === 'separate') open.at(-1)?.push(sign);
    else if (type === 'end') {
      const begun = open.pop();
      if (begun !== undefined) for (const one of [...begun, sign]) paired.add(one);
    }
  }
  return paired;
}

interface Field {
  instruction: string;
  isCode: boolean;
  meaning: FieldMeaning | undefined;
}

/** The fields that are open at a place of a text that is read in order. */
export class OpenFields {
  readonly #paired: ReadonlySet<XmlElement>;
  readonly #open: Field[] = [];
  /** Those of the open fields that are links: each run of a text asks for the innermost. */
  readonly #links: Link[] = [];
  #codes = 0;
  #contents = 0;

  constructor(root: XmlElement) {
    this.#paired = pairedFieldSigns(root);
  }

  /** Whether what stands here is an instruction, and no text. */
  get isCode(): boolean {
    return this.#codes > 0;
  }

  /** Whether it is that, or part of a list that Word has made. */
  get isLeftOut(): boolean {
    return this.isCode || this.#contents > 0;
  }

  /** Of a field that refers to a note once more: the bookmark at the first reference. */
  get noteAt(): string | undefined {
    return this.#open.at(-1)?.meaning?.noteAt;
  }

  /** The innermost field has said what there is to say of its note. */
  noted(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.meaning = { contents: false, noteAt: '' };
  }

  get link(): Link | undefined {
    return this.#links.at(-1);
  }

  /** @returns whether a list begins here that Word has made */
  sign(sign: XmlElement): boolean {
    if (!this.#paired.has(sign)) return false;
    switch (sign.attributes['w:fldCharType']) {
      case 'begin':
        this.#open.push({ instruction: '', isCode: true, meaning: undefined });
        this.#codes++;
        return false;
      case 'separate': {
        const field = this.#open.at(-1);
        if (!field?.isCode) return false;
        field.isCode = false;
        this.#codes--;
        field.meaning = fieldMeaning(field.instruction);
        if (field.meaning.link) this.#links.push(field.meaning.link);
        if (field.meaning.contents) this.#contents++;
        return field.meaning.contents && this.#contents === 1;
      }
      default: {
        const field = this.#open.pop();
        if (field?.isCode) this.#codes--;
        if (field?.meaning?.link) this.#links.pop();
        if (field?.meaning?.contents) this.#contents--;
        return false;
      }
    }
  }

  /** Adds to the instruction of the innermost field. */
  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.isCode && field.instruction.length < 5000) field.instruction += text;
  }
}
