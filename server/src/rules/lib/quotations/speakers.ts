/** Finds the quotations of a block, and whether the block names their speakers. */

import {
  type Block,
  lowerCase,
  type Passage,
  passagesOf,
  perBlock,
  type Span,
  sentences,
} from '../../../draft';
import { quotesIn, withoutQuotes } from '../../../evidence/quotations';
import { mentionsIn } from '../../../evidence/sources';
import { isIntroduced, isSignature, isSigned, personIn, speakerIn } from '../../../evidence/speakers';
import {
  hasSomeone,
  isSaidBehind,
  isSaidBySomeone,
  isSignedByAnybody,
  leadsToSomeone,
  withoutPlaces,
} from '../../../evidence/unnamed-speakers';
import { wordCount } from '../../../text/word-count';

/** The fewest words of a quotation. Fewer are a term, a title or a figure of speech. */
const FEWEST = 8;
/** The same with an unnamed speaker: “It saved my life,” said a user. */
const FEWEST_SAID = 4;
/** The same of words in quotation marks that stand by themselves, with nothing said about them: “It changed my life.” */
const FEWEST_ALONE = 4;
/** What numbers a paragraph by hand. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|\(?[a-z]\))?$/;

interface Quotation {
  /** Its first words, in the block. */
  readonly span: Span;
  /** Its end, in the block. */
  readonly end: number;
  /** Whether the block does not name its speaker. */
  readonly needs: boolean;
  /** Whether it has an unnamed speaker: "one pupil said". */
  readonly said: boolean;
  /** Whether it is signed without a name: “– parent”. */
  readonly bare?: boolean;
}

/** Replaces words in quotation marks. */
const MARKS = ' “” ';

export const quotationsOf = perBlock((block: Block): readonly Quotation[] => {
  // Looks in prose, as quotation marks may be written as entities.
  const speaks =
    block.node.type === 'blockquote' || passagesOf(block).some(({ prose }) => /["“‘']/.test(prose.text));
  return speaks ? read(block) : [];
});

function read(block: Block): readonly Quotation[] {
  const passages = passagesOf(block).filter(({ inFootnote }) => !inFootnote);
  if (block.node.type === 'blockquote') {
    const [first] = passages;
    const all = passages.map(({ prose }) => prose.text).join('\n');
    const fewest = /^["“][^"“”]*["”]\s*$/.test(all) && isVoice(all) ? FEWEST_ALONE : FEWEST;
    // Another rule reports a speaker that is still to be filled in.
    if (!first || isToFillIn(block.text) || wordCount(all) < fewest) return [];
    // A quotation's source is often set as a quotation of its own, in bold.
    if (isAttribution(block)) return [];
    if (isSignedByAnybody(all))
      return [
        { span: opening(first, 0), end: block.text.trimEnd().length, needs: true, said: true, bare: true },
      ];
    const signed = passages.length > 1 && isSignature(passages.at(-1)!.prose.text, true);
    const quotes = quotesIn(all);
    // A person named in the speech itself is not its speaker.
    const unquoted =
      quotes.length > 0 ? withoutQuotes(all, quotes, () => MARKS) : speakerIn(all)?.named ? all : '';
    const needs = !signed && !isSigned(all) && !passages.some(isSource) && !namesSomeone(all, unquoted);
    // “… ,” said one borrower: words behind the quotation say that nobody is named.
    const said = needs && quotes.length > 0 && isSaidBySomeone(lowerCase(unquoted));
    return [{ span: opening(first, 0), end: block.text.trimEnd().length, needs, said }];
  }
  const found: Quotation[] = [];
  for (const passage of passages) {
    const text = withoutPlaces(passage.prose.text);
    if (isToFillIn(text)) continue;
    const quotes = quotesIn(text);
    const [only] = quotes;
    if (only?.start === 0 && quotes.length === 1 && isSignedByAnybody(text.slice(only.end))) {
      if (wordCount(text.slice(0, only.end)) < FEWEST_SAID) continue;
      const end = passage.prose.toSource(only.end - 1, only.end).end;
      found.push({ span: opening(passage, 0, only.end), end, needs: true, said: true, bare: true });
      continue;
    }
    const rest = lowerCase(withoutQuotes(text, quotes, () => MARKS));
    const before = found.length;
    const fewest = quotes.length > 0 && isSaidBySomeone(rest) ? FEWEST_SAID : FEWEST;
    for (const quote of quotes) {
      const words = text.slice(quote.start, quote.end);
      const alone = NUMBERED.test(text.slice(0, quote.start).trim()) && quote.end === text.length;
      if (wordCount(words) < (alone ? FEWEST_ALONE : fewest) || !isVoice(words) || /^\W*That\s/.test(words))
        continue;
      const speaker = speakerIn(text, quotes);
      // Without a verb of speech, quoted words in a sentence are a phrase or from a text.
      if (!alone && !speaker) continue;
      found.push({
        span: opening(passage, quote.start, quote.end),
        end: passage.prose.toSource(quote.end - 1, quote.end).end,
        said: speaker !== undefined && hasSomeone(rest),
        needs:
          !speaker?.named &&
          !isSource(passage) &&
          !namesSomeone(text.slice(0, quote.start) + text.slice(quote.end)),
      });
      break;
    }
    if (found.length > before && found.at(-1)!.needs) continue;
    // One user and a named person may speak in the same paragraph.
    const nobodys =
      isSource(passage) || WITHHELD.test(text)
        ? undefined
        : quotes.find((_, at) => isOfNobody(text, quotes, at));
    if (nobodys && wordCount(text.slice(nobodys.start, nobodys.end)) >= FEWEST_SAID) {
      found.splice(before);
      const { end } = passage.prose.toSource(nobodys.end - 1, nobodys.end);
      found.push({ span: opening(passage, nobodys.start, nobodys.end), end, said: true, needs: true });
    }
  }
  return found;
}

/** Whether the words right before one of the quotations of a text, or right behind it, say that nobody with a name speaks. */
function isOfNobody(text: string, quotes: readonly Span[], at: number): boolean {
  const { start, end } = quotes[at]!;
  const before = text.slice(quotes[at - 1]?.end ?? 0, start);
  const after = text.slice(end, quotes[at + 1]?.start);
  return (
    isLedByNobody(before) ||
    (isSaidBehind(lowerCase(after)) &&
      !names(/^[^.;:]*?(?=[.;:]|,\s(?:and|but|while)\s|$)/.exec(after)?.[0] ?? ''))
  );
}

/** Whether the last sentence of a text introduces the speech of somebody, and says no name. */
export function isLedByNobody(text: string): boolean {
  const last = text.slice(sentences(text).at(-1)?.start ?? 0);
  return leadsToSomeone(lowerCase(last)) && !names(last);
}

const names = (text: string): boolean =>
  namesSomeone(withoutPlaces(text)) || speakerIn(`${text} “”`)?.named === true;

/** Whether the name of a person is still to be filled in. */
export function isToFillIn(text: string): boolean {
  return /\[insert\s(?:(?!\bof\b)[^\]]){0,200}\bname\b(?!\s+of\b)/i.test(text);
}

/** Whether words are speech, and not a motto: they have a pronoun or a common verb. */
export function isVoice(words: string): boolean {
  return /\b(?:i|we|my|our|me|us|you|it|they|he|she|there|this|that|is|are|was|were|have|has|can)\b/i.test(
    words,
  );
}

/** The first six words of a quotation, to be marked; in the block. */
function opening({ prose }: Passage, from: number, to = prose.text.length): Span {
  const words = /^\W*(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][^\s]*\s*){1,6}/u.exec(prose.text.slice(from, to));
  const end = from + (words?.[0].trimEnd().length ?? 1);
  return prose.toSource(from, Math.max(end, from + 1));
}

export function isSource({ links, footnotes, prose }: Passage): boolean {
  return (
    links.length > 0 ||
    footnotes.length > 0 ||
    mentionsIn(prose.text).some(({ kind }) => kind !== 'attribution' || !OFFICE.test(prose.text))
  );
}

/** Who speaks for a body, and has no name. */
const OFFICE = /\bspokes(?:person|man|woman|people)\b/i;

/** Says why there is no name. */
const WITHHELD =
  /\b(?:anonym\w+|name(?:s)?\s+(?:(?:has|have)\s+been\s+|(?:to\s+)?be\s+|is\s+|are\s+)?(?:withheld|changed|supplied)|not\s+(?:their|her|his)\s+real\s+name|(?:without|not)\s+(?:to\s+(?:give|use|print)\s+)?(?:(?:giving|using|printing)\s+)?(?:a|her|his|their)\s+name|not\s+to\s+be\s+named|to\s+stay\s+unnamed)\b/i;

/** Whether a text names a speaker, in what is left of it without quotations, or says why there is no name. */
export function namesSomeone(text: string, unquoted = text): boolean {
  return (
    WITHHELD.test(text) ||
    /(?:^\s*|\n[^\S\n]*|[”"’]\s*)[—–-]+\s*\p{Lu}/u.test(text) ||
    personIn(unquoted) !== undefined ||
    givesInitial(unquoted)
  );
}

const INITIAL = /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:Mrs?|Ms|Miss|Mx|Dr)\.?\s+\p{Lu}\b\.?/u;

/** Whether a text has an initial for a name, and says who that is: "Mrs K, a carer". */
function givesInitial(text: string): boolean {
  const match = INITIAL.exec(text);
  return match !== null && isIntroduced(text, { start: match.index, end: match.index + match[0].length });
}

/** Whether a block is a line below a quotation with its speaker: in bold or italics, after a dash, or as a list of one. */
export function isAttribution(block: Block): boolean {
  const { node, text } = block;
  const inner = node.type === 'blockquote' && node.children.length === 1 ? node.children[0]! : node;
  if (inner.type === 'list') return inner.children.length === 1 && text.length < 200;
  if (inner.type !== 'paragraph' || text.length > 300) return false;
  if (/,/.test(text) && isSignature(passagesOf(block)[0]?.prose.text ?? '', false)) return true;
  const [first, ...rest] = inner.children;
  if ((first?.type === 'strong' || first?.type === 'emphasis') && rest.length === 0)
    return !/^[*_]{1,3}["“]/.test(text);
  return first?.type === 'text' && /^\s*[—–-]+\s*\p{Lu}/u.test(first.value);
}
