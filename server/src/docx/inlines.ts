import { addAll } from '../util/lists';
import { byOf } from './author';
import { DRAWINGS, drawing } from './drawings';
import { fieldMeaning } from './fields';
import { formatChange, formatOf, isHidden, PLAIN } from './format';
import type { Format, Inline, Link, Other } from './model';
import {
  chosen,
  type InlineContext,
  isMark,
  marked,
  noteKey,
  reviewed,
  type StoryReader,
} from './story-reader';
import type { Style } from './styles';
import { symbol, withoutSymbols } from './symbols';
import { descendants, elementIn, elementsIn, isOnValue, textIn, valueIn, type XmlElement } from './xml-tree';

/** Reads the content of a paragraph, or of an element in it, into `out`. */
export function readInlines(
  element: XmlElement,
  context: InlineContext,
  story: StoryReader,
  out: Inline[],
): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    switch (child.name) {
      case 'w:r':
        readRun(child, context, story, out);
        break;
      case 'w:hyperlink':
        readInlines(child, withLink(context, hyperlink(child, story)), story, out);
        break;
      case 'w:fldSimple': {
        const { contents, link, noteAt } = fieldMeaning(child.attributes['w:instr'] ?? '');
        const note = story.noteAt(noteAt);
        if (note !== undefined) out.push({ type: 'note', note, ...context });
        else if (contents) out.push({ type: 'other', what: 'contents', ...context });
        else readInlines(child, withLink(context, link), story, out);
        break;
      }
      case 'w:sdt':
        readInlines(elementIn(child, 'w:sdtContent') ?? child, context, story, out);
        break;
      case 'mc:AlternateContent':
        readInlines(chosen(child) ?? child, context, story, out);
        break;
      case 'm:oMath':
        equation(child, context, story, out);
        break;
      default:
        if (isMark(child)) marked(child, out);
        else if (!/Pr$/.test(child.name)) readInlines(child, reviewed(child, context), story, out);
    }
  }
}

function withLink(context: InlineContext, link: Link | undefined): InlineContext {
  return link === undefined ? context : { ...context, link };
}

function hyperlink({ attributes }: XmlElement, story: StoryReader): Link | undefined {
  const address = story.relation(attributes['r:id'])?.target ?? '';
  const anchor = attributes['w:anchor'] ?? attributes['w:docLocation'];
  if (address === '' && !anchor) return undefined;
  return { address, ...(anchor && { anchor }) };
}

/** An equation as text on one line, as Markdown has no equations. */
function equation(math: XmlElement, context: InlineContext, story: StoryReader, out: Inline[]): void {
  if (story.fields.isCode) return;
  const text = Array.from(descendants(math, 'm:t', 'w:t'), textIn).join('');
  if (text.trim() !== '') out.push({ type: 'text', text, format: PLAIN, ...context });
  out.push({ type: 'other', what: 'equation', ...context });
}

/** The character style of a run. */
function styleIn(properties: XmlElement | undefined, story: StoryReader): Style | undefined {
  const id = valueIn(properties, 'w:rStyle');
  return id === undefined ? undefined : story.styles.style(id);
}

/** The format of a run: that of its character style, changed by its own properties. */
function runFormat(properties: XmlElement | undefined, story: StoryReader): Format {
  if (properties === undefined) return PLAIN;
  return formatOf({ ...PLAIN, ...styleIn(properties, story)?.format, ...formatChange(properties) });
}

function readRun(run: XmlElement, context: InlineContext, story: StoryReader, out: Inline[]): void {
  const properties = elementIn(run, 'w:rPr');
  const { fields } = story;
  const ownLink = fields.link;
  const outer = ownLink === undefined || context.link !== undefined ? context : { ...context, link: ownLink };
  const hidden = isHidden(properties) || styleIn(properties, story)?.hidden === true;
  const format = runFormat(properties, story);
  const language = valueIn(properties, 'w:lang');
  const font = elementIn(properties, 'w:rFonts')?.attributes['w:ascii'];
  const change = elementIn(properties, 'w:rPrChange');
  const before = change && runFormat(elementIn(change, 'w:rPr'), story);
  const formerly = change && before !== format && before ? { format: before, by: byOf(change) } : undefined;
  const other = (what: Other['what']): void => {
    out.push({ type: 'other', what, ...outer });
  };
  const add = (text: string): void => {
    if (text === '' || fields.isLeftOut) return;
    // The text is the number of the note, in one or more runs.
    const note = fields.noteAt === '' ? '' : story.noteAt(fields.noteAt);
    if (note === '') return;
    if (note !== undefined) {
      out.push({ type: 'note', note, ...context });
      fields.noted();
    } else if (hidden) other('hidden text');
    else {
      const more = { ...(language && { language }), ...(formerly && { formerly }) };
      out.push({ type: 'text', text, format, ...outer, ...more });
    }
  };
  /** Whether the text follows a note reference with a custom mark. */
  let isOwnSign = false;
  const read = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      switch (child.name) {
        case 'w:t':
        case 'w:delText':
          if (!isOwnSign) add(withoutSymbols(textIn(child), font));
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t');
          break;
        case 'w:br':
        case 'w:cr':
          if (/^(?:page|column)$/.test(child.attributes['w:type'] ?? '')) add(' ');
          else if (!fields.isLeftOut) out.push({ type: 'break', ...outer });
          break;
        case 'w:noBreakHyphen':
          add('\u2011');
          break;
        case 'w:sym': {
          const code = Number.parseInt(child.attributes['w:char'] ?? '', 16);
          if (Number.isNaN(code) || code > 0xffff) break;
          const sign = symbol(child.attributes['w:font'] ?? '', code) ?? String.fromCharCode(code);
          // The code may be one that no text can hold: a control character or half a surrogate pair.
          if (!/[\p{Cc}\p{Cs}]/u.test(sign)) add(sign);
          break;
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          if (fields.isLeftOut) break;
          const kind = child.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
          out.push({ type: 'note', note: noteKey(kind, child.attributes['w:id'] ?? ''), ...outer });
          isOwnSign = isOnValue(child.attributes['w:customMarkFollows']);
          break;
        }
        case 'w:fldChar':
          if (fields.sign(child)) other('contents');
          checkBox(child, add);
          break;
        case 'w:instrText':
        case 'w:delInstrText':
          fields.code(textIn(child));
          break;
        case 'w:ruby':
          ruby(child, outer, story, out);
          break;
        case 'mc:AlternateContent': {
          const alternative = chosen(child);
          if (alternative !== undefined) read(alternative);
          break;
        }
        default:
          if (DRAWINGS.has(child.name)) {
            if (!fields.isLeftOut) drawing(child, outer, story, out);
          } else if (isMark(child)) marked(child, out);
      }
    }
  };
  read(run);
}

/** The checkbox of a legacy form field, which has no text. */
function checkBox(sign: XmlElement, add: (text: string) => void): void {
  const box = elementIn(sign, 'w:ffData', 'w:checkBox');
  if (box === undefined) return;
  const state = elementIn(box, 'w:checked') ?? elementIn(box, 'w:default');
  const isTicked = state !== undefined && !/^(?:0|false|off)$/.test(state.attributes['w:val'] ?? '');
  add(isTicked ? '☒' : '☐');
}

/** Text with a phonetic guide (ruby), which follows it in brackets. */
function ruby(element: XmlElement, context: InlineContext, story: StoryReader, out: Inline[]): void {
  for (const base of elementsIn(element, 'w:rubyBase')) readInlines(base, context, story, out);
  const above: Inline[] = [];
  for (const reading of elementsIn(element, 'w:rt')) readInlines(reading, context, story, above);
  if (above.length === 0) return;
  const bracket = (text: string): Inline => ({ type: 'text', text, format: PLAIN, ...context });
  out.push(bracket('('));
  addAll(out, above);
  out.push(bracket(')'));
}
