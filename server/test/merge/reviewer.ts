import { strFromU8, strToU8, unzipSync } from 'fflate';
import { parseDraft } from '../../src/draft';
import { type MergeDocumentOptions, type MergedDraft, mergeDocument } from '../../src/merge/merge-document';
import { builtInProject } from '../../src/project';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { exportWord } from '../../src/word';
import { escapeXml } from '../../src/word/xml-text';
import { zipped } from '../docx/zipped';
import { addComments, type WordComment } from './comments';

/** Who does something in Word, and when: attributes of a tracked change. */
export function who(author: string, minute: string): string {
  return `w:author="${author}" w:date="2026-10-03T09:${minute}:00Z"`;
}

const DANA = who('Dana Petrie', '31');

/** Whether a new paragraph looks like the one beside it, and is tracked. */
interface NewLook {
  readonly like?: boolean;
  readonly tracked?: boolean;
}

/** How the reviewer's changes are attributed in a draft. */
export const BY = '{>>Dana Petrie, 3 Oct 2026 09:31<<}';

/** Reviews a Word document of ours as a colleague does in Word. Words to change must stand in one run. */
export class Reviewer {
  readonly #parts: Record<string, Uint8Array>;
  readonly #comments: WordComment[] = [];
  xml: string;
  #id = 9000;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
    this.xml = strFromU8(this.#parts['word/document.xml']!);
  }

  static async of(markdown: string): Promise<Reviewer> {
    return new Reviewer(await exported(markdown));
  }

  /** Puts something in the place of words. `run` writes text as the words looked. */
  #replace(
    words: string,
    by: (run: (text: string) => string, deleted: (text: string) => string) => string,
    part = 'word/document.xml',
  ): this {
    const xml = part === 'word/document.xml' ? this.xml : strFromU8(this.#parts[part]!);
    const RUN =
      /<w:r(?: [^>]*)?>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs;
    const wanted = escapeXml(words);
    for (const match of xml.matchAll(RUN)) {
      const [whole, look = '', text = ''] = match;
      const at = text.indexOf(wanted);
      if (at === -1) continue;
      const run = (some: string): string =>
        some === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${some}</w:t></w:r>`;
      const deleted = (some: string): string =>
        `<w:r>${look}<w:delText xml:space="preserve">${escapeXml(some)}</w:delText></w:r>`;
      const made =
        run(text.slice(0, at)) +
        by((some) => run(escapeXml(some)), deleted) +
        run(text.slice(at + wanted.length));
      const changed = xml.slice(0, match.index) + made + xml.slice(match.index + whole.length);
      if (part === 'word/document.xml') this.xml = changed;
      else this.#parts[part] = strToU8(changed);
      return this;
    }
    throw new Error(`No run says “${words}”`);
  }

  insertBefore(words: string, text: string): this {
    return this.#replace(
      words,
      (run) => `<w:ins w:id="${this.#id++}" ${DANA}>${run(text)}</w:ins>${run(words)}`,
    );
  }

  insertAfter(words: string, text: string): this {
    return this.#replace(
      words,
      (run) => `${run(words)}<w:ins w:id="${this.#id++}" ${DANA}>${run(text)}</w:ins>`,
    );
  }

  delete(words: string, part?: string): this {
    return this.#replace(
      words,
      (_, deleted) => `<w:del w:id="${this.#id++}" ${DANA}>${deleted(words)}</w:del>`,
      part,
    );
  }

  replace(words: string, text: string, part?: string): this {
    return this.#replace(
      words,
      (run, deleted) =>
        `<w:del w:id="${this.#id++}" ${DANA}>${deleted(words)}</w:del><w:ins w:id="${this.#id++}" ${DANA}>${run(text)}</w:ins>`,
      part,
    );
  }

  /**
   * Deletes words and adds others beside them, each by its own person in its own minute, in the look of the words.
   *
   * @param added what is added in front of them, and behind them, with who did it
   */
  replaceBy(
    words: string,
    deletedBy: string | undefined,
    added: readonly (readonly [string, string])[],
  ): this {
    const [before, behind] = added;
    return this.#replace(words, (run, deleted) => {
      const ins = (one: readonly [string, string] | undefined): string =>
        one === undefined || one[0] === ''
          ? ''
          : `<w:ins w:id="${this.#id++}" ${one[1]}>${run(escapeXml(one[0]))}</w:ins>`;
      const there =
        deletedBy === undefined
          ? run(words)
          : `<w:del w:id="${this.#id++}" ${deletedBy}>${deleted(words)}</w:del>`;
      return ins(before) + there + ins(behind);
    });
  }

  /** Without tracking. */
  retype(words: string, text: string, part?: string): this {
    return this.#replace(words, (run) => run(text), part);
  }

  bold(words: string): this {
    return this.#replace(
      words,
      () =>
        `<w:r><w:rPr><w:b/><w:rPrChange w:id="${this.#id++}" ${DANA}><w:rPr/></w:rPrChange></w:rPr><w:t>${escapeXml(words)}</w:t></w:r>`,
    );
  }

  comment(
    words: string,
    text: string,
    { replies = [] as readonly string[], resolved = false, author = 'Dana Petrie' } = {},
  ): this {
    const first = this.#comments.push({ text, author, resolved, parent: undefined }) - 1;
    const ids = [
      first,
      ...replies.map(
        (reply) =>
          this.#comments.push({ text: reply, author: 'R. Shah', resolved: false, parent: first }) - 1,
      ),
    ];
    const starts = ids.map((id) => `<w:commentRangeStart w:id="${id + 500}"/>`).join('');
    const ends = ids
      .map(
        (id) => `<w:commentRangeEnd w:id="${id + 500}"/><w:r><w:commentReference w:id="${id + 500}"/></w:r>`,
      )
      .join('');
    return this.#replace(words, (run) => `${starts}${run(words)}${ends}`);
  }

  part(name: string): string {
    return strFromU8(this.#parts[name]!);
  }

  /** Puts a picture behind words; of what was put in before, the same bytes are one part. */
  picture(
    words: string,
    bytes: Uint8Array,
    { alt = '', tracked = true, name = 'image-of-reviewer.png' } = {},
  ): this {
    const id = `rIdOf${name.replace(/\W/g, '')}`;
    this.#parts[`word/media/${name}`] = bytes;
    const relations = 'word/_rels/document.xml.rels';
    this.#parts[relations] = strToU8(
      strFromU8(this.#parts[relations]!).replace(
        '</Relationships>',
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/></Relationships>`,
      ),
    );
    const drawing = `<w:r><w:drawing><wp:inline><wp:docPr id="${this.#id++}" name="Picture" descr="${escapeXml(alt)}"/><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const drawn = drawing
      .replace(
        '<wp:inline>',
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">',
      )
      .replace('<a:graphic>', '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">');
    return this.#replace(
      words,
      (run) => run(words) + (tracked ? `<w:ins w:id="${this.#id++}" ${DANA}>${drawn}</w:ins>` : drawn),
    );
  }

  /** Where a text begins in the XML that is shown, and says something. */
  #at(words: string): number {
    for (const { index, 1: text } of this.xml.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)/g))
      if (text!.includes(escapeXml(words))) return index;
    throw new Error(`Nothing says “${words}”`);
  }

  /** The paragraph that says something, as XML. */
  paragraph(words: string): string {
    const at = this.#at(words);
    const start = this.xml.lastIndexOf('<w:p>', at);
    return this.xml.slice(start, this.xml.indexOf('</w:p>', at) + 6);
  }

  /** A paragraph of its own below the one that says something, in its look where `like` says so. */
  paragraphAfter(words: string, text: string, look: NewLook = {}): this {
    const paragraph = this.paragraph(words);
    return this.change(paragraph, paragraph + this.#newParagraph(paragraph, text, look));
  }

  /** The same above it. */
  paragraphBefore(words: string, text: string, look: NewLook = {}): this {
    const paragraph = this.paragraph(words);
    return this.change(paragraph, this.#newParagraph(paragraph, text, look) + paragraph);
  }

  #newParagraph(paragraph: string, text: string, { like = false, tracked = true }: NewLook): string {
    const own = like ? (/<w:pPr>(.*?)<\/w:pPr>/s.exec(paragraph)?.[1] ?? '') : '';
    const mark = tracked ? `<w:rPr><w:ins w:id="${this.#id++}" ${DANA}/></w:rPr>` : '';
    const run = `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
    const content = tracked ? `<w:ins w:id="${this.#id++}" ${DANA}>${run}</w:ins>` : run;
    return `<w:p><w:pPr>${own}${mark}</w:pPr>${content}</w:p>`;
  }

  /** Deletes the paragraph that says something, which is all in one run. */
  deleteParagraph(words: string): this {
    return this.delete(words).join(words);
  }

  /** Presses Delete at the end of the paragraph that says something. */
  join(words: string): this {
    const paragraph = this.paragraph(words);
    const mark = `<w:rPr><w:del w:id="${this.#id++}" ${DANA}/></w:rPr>`;
    const marked = paragraph.includes('<w:pPr>')
      ? paragraph.replace('</w:pPr>', `${mark}</w:pPr>`)
      : paragraph.replace('<w:p>', `<w:p><w:pPr>${mark}</w:pPr>`);
    return this.change(paragraph, marked);
  }

  /** Presses Enter before some words. */
  split(words: string): this {
    const paragraph = this.paragraph(words);
    const own = /<w:pPr>(.*?)<\/w:pPr>/s.exec(paragraph)?.[1] ?? '';
    const marked = paragraph.includes('<w:pPr>')
      ? paragraph
      : paragraph.replace('<w:p>', '<w:p><w:pPr></w:pPr>');
    this.change(
      paragraph,
      marked.replace('</w:pPr>', `<w:rPr><w:ins w:id="${this.#id++}" ${DANA}/></w:rPr></w:pPr>`),
    );
    return this.#replace(words, (run) => `</w:p><w:p><w:pPr>${own}</w:pPr>${run(words)}`);
  }

  /** A row below the one that says something, with a text for each cell. */
  rowAfter(words: string, ...cells: readonly string[]): this {
    const at = this.#at(words);
    const end = this.xml.indexOf('</w:tr>', at) + 7;
    const ins = (text: string): string =>
      `<w:ins w:id="${this.#id++}" ${DANA}><w:r><w:t>${text}</w:t></w:r></w:ins>`;
    const row = cells.map((text) => `<w:tc><w:p>${ins(text)}</w:p></w:tc>`).join('');
    this.xml = `${this.xml.slice(0, end)}<w:tr><w:trPr><w:ins w:id="${this.#id++}" ${DANA}/></w:trPr>${row}</w:tr>${this.xml.slice(end)}`;
    return this;
  }

  deleteRow(words: string): this {
    const at = this.#at(words);
    const start = this.xml.lastIndexOf('<w:tr>', at);
    const end = this.xml.indexOf('</w:tr>', at) + 7;
    const row = this.xml.slice(start, end);
    const marked = row
      .replace('</w:trPr>', `<w:del w:id="${this.#id++}" ${DANA}/></w:trPr>`)
      .replace(
        /<w:r>((?:(?!<\/w:r>).)*)<w:t( [^>]*)?>([^<]*)<\/w:t><\/w:r>/gs,
        (_, look: string, space: string | undefined, text: string) =>
          `<w:del w:id="${this.#id++}" ${DANA}><w:r>${look}<w:delText${space ?? ''}>${text}</w:delText></w:r></w:del>`,
      );
    return this.change(row, marked);
  }

  /** Changes the XML as it is. */
  change(from: string, to: string): this {
    if (!this.xml.includes(from)) throw new Error(`There is no ${from}`);
    this.xml = this.xml.replace(from, () => to);
    return this;
  }

  /** Texts of body runs that are not marked yet, of eight words at least. */
  longRuns(): string[] {
    return [...this.xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text!)
      .filter((text) => !/[&\u2018-\u201d]/.test(text) && text.split(' ').length >= 8);
  }

  /** A comment that the document has already: its id, and that of its last paragraph. */
  #own(said: string): { readonly id: string; readonly para: string } {
    const comments = strFromU8(this.#parts['word/comments.xml']!);
    const own = [...comments.matchAll(/<w:comment (?:(?!<\/w:comment>).)*<\/w:comment>/gs)].find(([one]) =>
      one.includes(said),
    )![0];
    return {
      id: / w:id="(\d+)"/.exec(own)![1]!,
      para: [...own.matchAll(/w14:paraId="([0-9A-F]+)"/g)].at(-1)![1]!,
    };
  }

  /** Says of a comment that the document has already whether it is resolved. */
  settle(said: string, resolved: boolean): this {
    const { para } = this.#own(said);
    const name = 'word/commentsExtended.xml';
    const marked = strFromU8(this.#parts[name]!).replace(
      new RegExp(`(<w15:commentEx[^>]*w15:paraId="${para}"[^>]*w15:done=)"\\d"`),
      `$1"${resolved ? 1 : 0}"`,
    );
    this.#parts[name] = strToU8(marked);
    return this;
  }

  /** Answers a comment that the document has already. */
  answer(said: string, text: string, { resolved = false } = {}): this {
    const { id, para } = this.#own(said);
    const add = (name: string, end: string, own: string): void => {
      this.#parts[name] = strToU8(strFromU8(this.#parts[name]!).replace(end, `${own}${end}`));
    };
    add(
      'word/comments.xml',
      '</w:comments>',
      `<w:comment w:id="77" w:author="Dana Petrie" w:date="2026-10-03T10:00:00Z"><w:p w14:paraId="2F000000"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`,
    );
    this.settle(said, resolved);
    add(
      'word/commentsExtended.xml',
      '</w15:commentsEx>',
      `<w15:commentEx w15:paraId="2F000000" w15:paraIdParent="${para}" w15:done="0"/>`,
    );
    this.xml = this.xml
      .replace(
        new RegExp(`<w:commentRangeStart [^>]*w:id="${id}"[^>]*/>`),
        (mark) => `${mark}<w:commentRangeStart w:id="77"/>`,
      )
      .replace(
        new RegExp(`<w:commentRangeEnd [^>]*w:id="${id}"[^>]*/>`),
        (mark) => `${mark}<w:commentRangeEnd w:id="77"/>`,
      );
    return this;
  }

  /** As Word saves it: with marks of its own in the text. */
  noisy(): this {
    this.xml = this.xml
      .replace(/<w:r>/g, '<w:r w:rsidR="00AB12CD">')
      .replace(
        /<w:t xml:space="preserve">([^<]* )([^<]*)<\/w:t><\/w:r>/g,
        '<w:t xml:space="preserve">$1</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">$2</w:t></w:r><w:proofErr w:type="spellEnd"/>',
      );
    return this;
  }

  get bytes(): Uint8Array {
    const parts = { ...this.#parts, 'word/document.xml': strToU8(this.xml) };
    if (this.#comments.length > 0) addComments(parts, this.#comments);
    return zipped(parts);
  }
}

/** A draft as the document that goes to review. */
export async function exported(markdown: string, carry: boolean | 'always' = true): Promise<Uint8Array> {
  return (await exportWord(parseDraft(markdown), builtInProject, { unfilled: unfilledWords, carry })).bytes;
}

/** A review brought home into a draft. */
export async function home(
  reviewer: Reviewer | Uint8Array,
  markdown: string,
  options: Partial<MergeDocumentOptions> = {},
): Promise<string> {
  return (await merged(reviewer, markdown, options)).text;
}

/** The same with the numbers of changes and comments. */
export function merged(
  reviewer: Reviewer | Uint8Array,
  markdown: string,
  options: Partial<MergeDocumentOptions> = {},
): Promise<MergedDraft> {
  const bytes = reviewer instanceof Reviewer ? reviewer.bytes : reviewer;
  return mergeDocument(bytes, markdown, {
    changes: 'show',
    comments: 'keep',
    pictures: 'draft-images',
    export: () => exported(markdown, 'always'),
    ...options,
  });
}
