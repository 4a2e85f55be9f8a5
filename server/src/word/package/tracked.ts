import type { By } from '../../criticmarkup/types';
import { escapeXml } from '../xml-text';
import { dateXml } from './margin-comments';

/*
 * Where a change begins and ends is written as an element of our own among the runs of a paragraph; when a part is
 * finished, each run in between gets the element that Word has for it, and so do the marks of paragraphs and the rows of
 * which nothing else is left.
 */

type Kind = 'ins' | 'del';

const MARK = 'w:change';

export function changeStart(kind: Kind, { author, date }: By): string {
  return `<${MARK} kind="${kind}" w:author="${escapeXml(author)}"${dateXml(date)}/>`;
}

export function changeEnd(kind: Kind): string {
  return `<${MARK} kind="/${kind}"/>`;
}

interface Change {
  readonly kind: Kind;
  /** Author and date, as attributes. */
  readonly by: string;
}

/** What the runs of a paragraph or a row are, as far as that says whether it was changed as a whole. */
interface Content {
  readonly start: number;
  /** What all of its runs are part of: undefined before the first, null where they are not. */
  change: Change | null | undefined;
  /** Where among what was written the box of an item is that is to be ticked, and the tab behind it: they go with it. */
  readonly box: number[];
}

const TOKENS =
  /<w:change kind="(\/?)(ins|del)"([^<>]*)\/>|<w:r[ >]|<\/w:r>|<w:(p|tr)(?: [^<>]*)?>|<\/w:(p|tr)>|<w:p(?: [^<>]*)?\/>/g;

/** The run of a box to be ticked. */
const BOX = />[\u2610\u2612]<\/w:t><\/w:r>$/;
const TAB = /^<w:r><w:tab\/><\/w:r>$/;

/** A part in which the changes are as Word has them. */
export class Tracker {
  /** Numbers go on from part to part; bookmarks have lower ones. */
  #id = 2_000_000;
  /** The change that was written last, and where among what was written. */
  #last: { readonly change: Change; readonly at: number } | undefined;

  /**
   * @param withBoxes whether boxes to be ticked are added and deleted with their items: in a document that comes home,
   *   they are what the list is known by
   */
  constructor(private readonly withBoxes: boolean) {}

  track(part: string): string {
    if (!part.includes(`<${MARK}`)) return part;
    const out: string[] = [];
    const open: Change[] = [];
    const within: Content[] = [];
    let done = 0;
    let run: number | undefined;
    /** Of runs in runs: what is drawn may have text of its own. */
    let depth = 0;
    for (const match of part.matchAll(TOKENS)) {
      const [token, closing, kind, by, begins, ends] = match;
      const at = match.index;
      const after = at + token.length;
      if (kind !== undefined) {
        out.push(part.slice(done, at));
        done = after;
        if (closing === '') open.push({ kind: kind as Kind, by: by! });
        else
          open.splice(
            open.findLastIndex((change) => change.kind === kind),
            1,
          );
      } else if (token.startsWith('<w:r')) {
        if (depth++ === 0) {
          if (at > done) out.push(part.slice(done, at));
          done = at;
          run = at;
        }
      } else if (token === '</w:r>') {
        if (--depth > 0 || run === undefined) continue;
        const xml = part.slice(run, after);
        run = undefined;
        done = after;
        const box = this.withBoxes && open.length === 0 ? within.at(-1)?.box : undefined;
        const isBox = BOX.test(xml) && (out.at(-1) ?? '').includes('<w14:checkbox>');
        if (box && (isBox || (box.length === 1 && TAB.test(xml)))) box.push(out.length);
        else if (!xml.includes('<w:commentReference')) for (const content of within) note(content, open);
        this.#add(out, xml, open);
      } else if (begins !== undefined && !token.endsWith('/>')) {
        out.push(part.slice(done, at));
        done = at;
        within.push({ start: out.length, change: undefined, box: [] });
      } else if (ends !== undefined) {
        out.push(part.slice(done, after));
        done = after;
        const content = within.pop();
        // Of a line or a cell without words, what is round it.
        if (content?.change === undefined && content && open.length > 0) note(content, open);
        if (content?.change == null) continue;
        for (const at of content.box) out[at] = this.#changed(out[at]!, [content.change]);
        const xml = out.splice(content.start).join('');
        out.push(this.#asWhole(xml, ends, content.change));
      }
    }
    out.push(part.slice(done));
    return out.join('');
  }

  /** Adds a run, to the change right before it where it is the same one. */
  #add(out: string[], run: string, open: readonly Change[]): void {
    const before = this.#last;
    const xml = this.#changed(run, open);
    const [change] = open;
    this.#last = undefined;
    if (open.length !== 1 || change === undefined) {
      out.push(xml);
      return;
    }
    const end = `</w:${change.kind}>`;
    const isSame = before?.change === change && before.at === out.length - 1;
    if (isSame) out[before.at] = out[before.at]!.slice(0, -end.length) + xml.slice(xml.indexOf('>') + 1);
    else out.push(xml);
    this.#last = { change, at: out.length - 1 };
  }

  /** A run inside of changes: Word has a deletion inside of an insertion, and none in one of its kind. */
  #changed(run: string, open: readonly Change[]): string {
    const inserted = open.findLast(({ kind }) => kind === 'ins');
    const deleted = open.findLast(({ kind }) => kind === 'del');
    let xml = run;
    if (deleted !== undefined) {
      xml = xml
        .replace(/<(\/?)w:t(?=[ >/])/g, '<$1w:delText')
        .replace(/<(\/?)w:instrText(?=[ >/])/g, '<$1w:delInstrText');
      xml = `<w:del${this.#about(deleted)}>${xml}</w:del>`;
    }
    return inserted === undefined ? xml : `<w:ins${this.#about(inserted)}>${xml}</w:ins>`;
  }

  #about({ by }: Change): string {
    return ` w:id="${++this.#id}"${by}`;
  }

  /** A paragraph whose end was added or deleted with its words, or a row with its cells. */
  #asWhole(xml: string, element: string, change: Change): string {
    const mark = `<w:${change.kind}${this.#about(change)}/>`;
    // An author's name may have “$&”, which stands for something in a text that takes the place of another.
    if (element === 'tr') return xml.replace('</w:trPr>', (end) => mark + end);
    const properties = /^<w:p(?: [^<>]*)?>(?:<w:pPr>([\s\S]*?)<\/w:pPr>|<w:pPr\/>)?/.exec(xml);
    if (properties === null) return xml;
    const [all, own = ''] = properties;
    const rest = xml.slice(all.length);
    const tag = /^<w:p(?: [^<>]*)?>/.exec(all)![0];
    const known = own.indexOf('<w:rPr>');
    if (known !== -1) {
      const at = known + '<w:rPr>'.length;
      return `${tag}<w:pPr>${own.slice(0, at)}${mark}${own.slice(at)}</w:pPr>${rest}`;
    }
    const section = own.indexOf('<w:sectPr');
    const at = section === -1 ? own.length : section;
    return `${tag}<w:pPr>${own.slice(0, at)}<w:rPr>${mark}</w:rPr>${own.slice(at)}</w:pPr>${rest}`;
  }
}

function note(content: Content, open: readonly Change[]): void {
  const change = open.findLast(({ kind }) => kind === 'del') ?? open.at(-1) ?? null;
  if (content.change === undefined) content.change = change;
  else if (content.change?.kind !== change?.kind) content.change = null;
}
