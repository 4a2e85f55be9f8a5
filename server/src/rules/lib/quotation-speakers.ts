/** Quotations in a block, and whether it says itself whose words they are. */
import { type Block, lowerCase, type Passage, passagesOf, type Span } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { quotesIn, withoutQuotes } from '../../evidence/quotations';
import { mentionsIn } from '../../evidence/sources';
import { isIntroduced, isSignature, isSigned, personIn, speakerIn } from '../../evidence/speakers';
import {
  hasSomeone,
  isSaidBySomeone,
  isSignedByAnybody,
  withoutPlaces,
} from '../../evidence/unnamed-speakers';

/** Fewer words are a term, a title or a turn of phrase. */
const FEWEST = 8;
/** … unless somebody who is not named is said to speak them: “It saved my life,” said a user. */
const FEWEST_SAID = 4;

interface Quotation {
  /** In the block: its first words. */
  readonly span: Span;
  /** In the block: where it ends. */
  readonly end: number;
  /** Whether the block itself names nobody. */
  readonly needs: boolean;
  /** Whether it says that somebody speaks who is not named: "one pupil said". */
  readonly said: boolean;
  /** Whether it is signed by anybody at all: “– parent”. */
  readonly bare?: boolean;
}

/** What stands in the place of words in quotation marks. */
const MARKS = ' “” ';

export const quotationsOf = perBlock((block: Block): readonly Quotation[] => {
  // In prose, as a mark may be written as an entity.
  const speaks =
    block.node.type === 'blockquote' || passagesOf(block).some(({ prose }) => /["“‘']/.test(prose.text));
  return speaks ? read(block) : [];
});

function read(block: Block): readonly Quotation[] {
  const passages = passagesOf(block).filter(({ inFootnote }) => !inFootnote);
  if (block.node.type === 'blockquote') {
    const [first] = passages;
    // Who speaks is still to be filled in, as another rule says.
    if (
      !first ||
      isToFillIn(block.text) ||
      wordsIn(passages.map(({ prose }) => prose.text).join(' ')) < FEWEST
    )
      return [];
    // A quotation's source is often set as a quotation of its own, in bold.
    if (isAttribution(block)) return [];
    const all = passages.map(({ prose }) => prose.text).join('\n');
    if (isSignedByAnybody(all))
      return [
        { span: opening(first, 0), end: block.text.trimEnd().length, needs: true, said: true, bare: true },
      ];
    const signed = passages.length > 1 && isSignature(passages.at(-1)!.prose.text, true);
    const quotes = quotesIn(all);
    // Whom the speech speaks of is not who speaks.
    const told =
      quotes.length > 0 ? withoutQuotes(all, quotes, () => MARKS) : speakerIn(all)?.named ? all : '';
    const needs = !signed && !isSigned(all) && !passages.some(isSource) && !namesSomeone(all, told);
    return [{ span: opening(first, 0), end: block.text.trimEnd().length, needs, said: false }];
  }
  const found: Quotation[] = [];
  for (const passage of passages) {
    const text = withoutPlaces(passage.prose.text);
    if (isToFillIn(text)) continue;
    const quotes = quotesIn(text);
    const [only] = quotes;
    if (only?.start === 0 && quotes.length === 1 && isSignedByAnybody(text.slice(only.end))) {
      if (wordsIn(text.slice(0, only.end)) < FEWEST_SAID) continue;
      const end = passage.prose.toSource(only.end - 1, only.end).end;
      found.push({ span: opening(passage, 0, only.end), end, needs: true, said: true, bare: true });
      continue;
    }
    const rest = lowerCase(withoutQuotes(text, quotes, () => MARKS));
    const fewest = quotes.length > 0 && isSaidBySomeone(rest) ? FEWEST_SAID : FEWEST;
    for (const quote of quotes) {
      const words = text.slice(quote.start, quote.end);
      if (wordsIn(words) < fewest || !isVoice(words) || /^\W*That\s/.test(words)) continue;
      const alone = quote.start === 0 && quote.end === text.length;
      const speaker = speakerIn(text, quotes);
      // Words that nobody is said to speak are a phrase or a text, unless they stand alone.
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
  }
  return found;
}

/** Whether a name of somebody is still to be filled in. */
export function isToFillIn(text: string): boolean {
  return /\[insert\s(?:(?!\bof\b)[^\]]){0,200}\bname\b(?!\s+of\b)/i.test(text);
}

/** Speech, as opposed to a motto: it has a verb of its own, by the look of it, and ends as a sentence does. */
export function isVoice(words: string): boolean {
  return /\b(?:i|we|my|our|me|us|you|it|they|he|she|there|this|that|is|are|was|were|have|has|can)\b/i.test(
    words,
  );
}

export function wordsIn(text: string): number {
  return text.match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]*/gu)?.length ?? 0;
}

/** The first words of a quotation: enough to see which is meant. */
function opening({ prose }: Passage, from: number, to = prose.text.length): Span {
  const words = /^\W*(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][^\s]*\s*){1,6}/u.exec(prose.text.slice(from, to));
  const end = from + (words?.[0].trimEnd().length ?? 1);
  return prose.toSource(from, Math.max(end, from + 1));
}

export function isSource({ links, footnotes, prose }: Passage): boolean {
  return links.length > 0 || footnotes.length > 0 || mentionsIn(prose.text).length > 0;
}

/**
 * A person's name, or a word that says why there is none.
 * @param told The part of it that can say who speaks.
 */
export function namesSomeone(text: string, told = text): boolean {
  return (
    /\b(?:anonym\w+|name(?:s)?\s+(?:(?:has|have)\s+been\s+|(?:to\s+)?be\s+|is\s+|are\s+)?(?:withheld|changed|supplied)|not\s+(?:their|her|his)\s+real\s+name|(?:without|not)\s+(?:to\s+(?:give|use|print)\s+)?(?:(?:giving|using|printing)\s+)?(?:a|her|his|their)\s+name|not\s+to\s+be\s+named|to\s+stay\s+unnamed)\b/i.test(
      text,
    ) ||
    /(?:^\s*|\n[^\S\n]*|[”"’]\s*)[—–-]+\s*\p{Lu}/u.test(text) ||
    personIn(told) !== undefined ||
    givesInitial(told)
  );
}

const INITIAL = /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:Mrs?|Ms|Miss|Mx|Dr)\.?\s+\p{Lu}\b\.?/u;

/** "Mrs K, a carer": an initial is as much of a name as many give, where it is said who that is. */
function givesInitial(text: string): boolean {
  const match = INITIAL.exec(text);
  return match !== null && isIntroduced(text, { start: match.index, end: match.index + match[0].length });
}

/** A short line of names that stands under a quotation: in bold or italics, after a dash, or as a list of one. */
export function isAttribution(block: Block): boolean {
  const { node, text } = block;
  const inner = node.type === 'blockquote' && node.children.length === 1 ? node.children[0]! : node;
  if (inner.type === 'list') return inner.children.length === 1 && text.length < 200;
  if (inner.type !== 'paragraph' || text.length > 300) return false;
  if (/,/.test(text) && isSignature(passagesOf(block)[0]?.prose.text ?? '', false)) return true;
  const [first, ...rest] = inner.children;
  if ((first?.type === 'strong' || first?.type === 'emphasis') && rest.length === 0) return true;
  return first?.type === 'text' && /^\s*[—–-]+\s*\p{Lu}/u.test(first.value);
}
