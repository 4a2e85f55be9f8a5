import type { Block, Draft, Passage, Span } from '../draft';
import { BlockFinder, lineEndOf, lowerCase, passagesOf } from '../draft';
import { perBlock } from '../draft/block-map';
import type { PlacedBlock } from '../draft/types';
import {
  isIntroduced,
  isSignature,
  isSigned,
  isSpeech,
  personIn,
  type Quote,
  quotesIn,
  speakerIn,
} from '../evidence/quotations';
import { mentionsIn } from '../evidence/sources';
import type { Fix, Problem, Rule } from './types';

/** Papers that print nothing which nobody stands for; of letters, editors marked none of five. */
const NEEDS_NAMES = new Set(['press-release']);

/** Fewer words are a term, a title or a turn of phrase. */
const FEWEST = 8;
/** … unless somebody who is not named is said to speak them: “It saved my life,” said a user. */
const FEWEST_SAID = 4;

export const quoteUnattributed: Rule = {
  id: 'quote-unattributed',
  group: 'evidence',
  severity: 'hint',
  readsEnglish: true,
  what: 'Somebody’s words without a name: “one user said”, or a quotation that nobody is given for. Signed by anybody at all (“– parent”), and in a press release, it is more than a hint. A quotation from a document that is named is attributed, and so is one whose speaker is said to have been left unnamed.',
  why: 'Anyone can make up “a customer”. A name and a role (or “name withheld”, and who they are) make a voice that a councillor believes and a journalist can print.',
  example: {
    bad: 'One customer told us: “I would not see anyone all week if the library was not here for me.”\n',
    good: 'Joan Ellis, who comes to the coffee morning, told us: “I would not see anyone all week if the library was not here for me.”\n',
  },
  inDraft({ draft, coverage }) {
    const needsNames = NEEDS_NAMES.has(coverage.kind.id);
    const problems: Problem[] = [];
    for (const { found, placed, index } of finder.in(draft, undefined)) {
      // Speech that goes on from the paragraph before has been judged there, unless somebody else is said to speak.
      const isMore = goesOn(draft, index);
      const { start } = placed;
      for (const { span, end, said, bare } of found) {
        if (isMore && !said) continue;
        if ((said && !bare) || !isAttributedBeside(draft, index)) {
          problems.push({
            ...((bare || (said && needsNames)) && { severity: 'information' as const }),
            span: { start: start + span.start, end: start + span.end },
            message:
              'Nobody is named for this quotation, so a sceptical reader may think that it was made up. Give a name and a role, or say that the name is withheld and who it is.',
            fixes: () => [naming(draft, placed, start + end)],
          });
        }
      }
    }
    return problems;
  },
};

/** The fix that makes room for who said it: below words that are set apart, else behind them. */
function naming(draft: Draft, { block }: PlacedBlock, at: number): Fix {
  const who = '[insert name and role]';
  const eol = lineEndOf(draft);
  const text = block.node.type === 'blockquote' ? `${eol}>${eol}> — ${who}` : ` (${who})`;
  return { title: 'Say who said it', edits: [{ span: { start: at, end: at }, text }], preferred: true };
}

/** Whether a block is somebody's words, set apart, and it or what stands beside it says whose. */
export function isAttributedQuotation(draft: Draft, index: number): boolean {
  const { block } = draft.blocks[index]!;
  const [quotation] = block.node.type === 'blockquote' ? quotationsOf(block) : NONE;
  return quotation !== undefined && (!quotation.needs || isAttributedBeside(draft, index));
}

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

const NONE: readonly Quotation[] = [];

const quotationsOf = perBlock((block: Block): readonly Quotation[] => {
  // In prose, as a mark may be written as an entity.
  const speaks =
    block.node.type === 'blockquote' || passagesOf(block).some(({ prose }) => /["“‘']/.test(prose.text));
  return speaks ? read(block) : NONE;
});

/** Those that the block itself names nobody for. */
const finder = new BlockFinder((block) => {
  const found = quotationsOf(block).filter(({ needs }) => needs);
  return found.length > 0 ? found : undefined;
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
      return NONE;
    // A quotation's source is often set as a quotation of its own, in bold.
    if (isAttribution(block)) return NONE;
    const all = passages.map(({ prose }) => prose.text).join('\n');
    if (SIGNED_BY_ANYBODY.test(all))
      return [
        { span: opening(first, 0), end: block.text.trimEnd().length, needs: true, said: true, bare: true },
      ];
    const signed = passages.length > 1 && isSignature(passages.at(-1)!.prose.text, true);
    const quotes = quotesIn(all);
    // Whom the speech speaks of is not who speaks.
    const told = quotes.length > 0 ? outside(all, quotes) : speakerIn(all)?.named ? all : '';
    const needs = !signed && !isSigned(all) && !passages.some(isSource) && !namesSomeone(all, told);
    return [{ span: opening(first, 0), end: block.text.trimEnd().length, needs, said: false }];
  }
  const found: Quotation[] = [];
  for (const passage of passages) {
    const text = withoutPlaces(passage.prose.text);
    if (isToFillIn(text)) continue;
    const quotes = quotesIn(text);
    const [only] = quotes;
    if (only?.start === 0 && quotes.length === 1 && SIGNED_BY_ANYBODY.test(text.slice(only.end))) {
      if (wordsIn(text.slice(0, only.end)) < FEWEST_SAID) continue;
      const end = passage.prose.toSource(only.end - 1, only.end).end;
      found.push({ span: opening(passage, 0, only.end), end, needs: true, said: true, bare: true });
      continue;
    }
    const rest = lowerCase(outside(text, quotes));
    const fewest = quotes.length > 0 && SAID_BY_SOMEONE.test(rest) ? FEWEST_SAID : FEWEST;
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
        said: speaker !== undefined && SOMEONE.test(rest),
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
function isToFillIn(text: string): boolean {
  return /\[insert\s(?:(?!\bof\b)[^\]]){0,200}\bname\b(?!\s+of\b)/i.test(text);
}

/** What stands outside the quotation marks of a text. */
function outside(text: string, quotes: readonly Quote[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of quotes) {
    rest += `${text.slice(at, start)} “” `;
    at = end;
  }
  return rest + text.slice(at);
}

/** Speech, as opposed to a motto: it has a verb of its own, by the look of it, and ends as a sentence does. */
function isVoice(words: string): boolean {
  return /\b(?:i|we|my|our|me|us|you|it|they|he|she|there|this|that|is|are|was|were|have|has|can)\b/i.test(
    words,
  );
}

function wordsIn(text: string): number {
  return text.match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]*/gu)?.length ?? 0;
}

/** The first words of a quotation: enough to see which is meant. */
function opening({ prose }: Passage, from: number, to = prose.text.length): Span {
  const words = /^\W*(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d][^\s]*\s*){1,6}/u.exec(prose.text.slice(from, to));
  const end = from + (words?.[0].trimEnd().length ?? 1);
  return prose.toSource(from, Math.max(end, from + 1));
}

function isSource({ links, footnotes, prose }: Passage): boolean {
  return links.length > 0 || footnotes.length > 0 || mentionsIn(prose.text).length > 0;
}

/**
 * A person's name, or a word that says why there is none.
 * @param told The part of it that can say who speaks.
 */
function namesSomeone(text: string, told = text): boolean {
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
function isAttribution(block: Block): boolean {
  const { node, text } = block;
  const inner = node.type === 'blockquote' && node.children.length === 1 ? node.children[0]! : node;
  if (inner.type === 'list') return inner.children.length === 1 && text.length < 200;
  if (inner.type !== 'paragraph' || text.length > 300) return false;
  if (/,/.test(text) && isSignature(passagesOf(block)[0]?.prose.text ?? '', false)) return true;
  const [first, ...rest] = inner.children;
  if ((first?.type === 'strong' || first?.type === 'emphasis') && rest.length === 0) return true;
  return first?.type === 'text' && /^\s*[—–-]+\s*\p{Lu}/u.test(first.value);
}

/** “– parent”, “— a library user”: a dash and a word for anybody, without an age, a place or what they came for. */
const SIGNED_BY_ANYBODY =
  /(?:^|[.!?…"”’'][*_]{0,3})\s{0,3}[—–-]{1,2}\s{0,3}(?:an?\s|one\s|the\s)?(?:(?:local|library|regular|happy|service|young|older|anonymous|business)\s){0,2}(?:members?|parents?|users?|customers?|visitors?|participants?|residents?|readers?|borrowers?|learners?|mothers?|mums?|dads?|fathers?|pupils?|students?|respondents?|attendees?|leader|trader|volunteers?)\.?\s*$/i;

/** Somebody who speaks and is left unnamed, in text in lower case. */
const ANYBODY = String.raw`\b(?:one|another|an?|some|several|many)\s+(?:[\w-]+\s+){0,3}?(?:customers?|users?|visitors?|readers?|borrowers?|parents?|mothers?|mums?|dads?|fathers?|grandparents?|carers?|pupils?|students?|teachers?|residents?|volunteers?|members?|participants?|people|person|man|woman|child|boy|girl|lady|gentleman|respondents?|attendees?|learners?)\b`;
/** “A teacher at St Bride’s”: where somebody is from is no name, though it looks like one. */
const FROM_A_PLACE = new RegExp(
  `(${ANYBODY.replace('one|another|an?|some|several|many', '[Oo]ne|[Aa]nother|[Aa]n?|[Ss]ome|[Ss]everal|[Mm]any')}\\s+(?:at|from|in|of)\\s+)(\\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*(?:\\s+(?:(?:of|the|and|on|in|upon)\\s+)?\\p{Lu}[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'.-]*){0,4})`,
  'gu',
);

/** A text of the same length without the places that people without a name are from. */
function withoutPlaces(text: string): string {
  return text.replace(FROM_A_PLACE, (_, before: string, place: string) => before + ' '.repeat(place.length));
}

const SAYS =
  '\\b(?:said|says|told\\s+us|tells\\s+us|added|adds|commented|explained|wrote|recalled|remarked)\\b';
/**
 * Whatever they are: “one delighted tester who borrowed a tent told us”, “said a source”. Not “she won a prize and said”,
 * “at a meeting she said” or “she said a moment later”.
 */
const SAYS_SOMEONE = `(?<!\\b(?:he|she|they)\\s[^.!?”]{0,80})\\b(?:one|another|an?)\\s+(?:(?!(?:he|she|they|we|i)\\b)[\\w’'-]+\\s+){1,9}?${SAYS}|${SAYS}\\s+(?:one|another|an?)\\s+(?!(?:\\w+\\s+)?(?:moments?|minutes?|hours?|days?|nights?|weeks?|months?|years?|little|while|lot|word|few)\\b)[a-z]`;
const SOMEONE = new RegExp(`${ANYBODY}|${SAYS_SOMEONE}`);
/** Beside the quotation: “…,” said a user; one user told us: “…”. */
const SAID_BY_SOMEONE = new RegExp(
  `”(?:\\s*,)?\\s*${SAYS}\\s+${ANYBODY}|”(?:\\s*,)?\\s*${ANYBODY}[^.“”]{0,60}?${SAYS}|${ANYBODY}[^.“”]{0,60}?${SAYS}[\\s:,]*“|${SAYS_SOMEONE}`,
);
const PRONOUN = /\b(?:he|she|they)\s+(?:\w+\s+)?(?:said|says|added|went\s+on|told|explained|continued)\b/i;

/** What a block says on who speaks beside it. */
interface Surroundings {
  readonly attribution: boolean;
  readonly pronoun: boolean;
  /** Its last passage names a speaker or a document, so that what follows is theirs. */
  readonly leads: boolean;
  /** Its last passage names a person. */
  readonly person: boolean;
  readonly announces: boolean;
  /** It is speech itself. */
  readonly quoted: boolean;
  /** It ends in speech that is not closed. */
  readonly open: boolean;
  /** Its first passage tells who spoke before. */
  readonly tells: boolean;
}

const surroundingsOf = perBlock((block: Block): Surroundings => {
  const passages = passagesOf(block);
  const first = passages[0]?.prose.text ?? '';
  const last = passages.at(-1);
  const text = last?.prose.text ?? '';
  return {
    attribution: isAttribution(block),
    pronoun: PRONOUN.test(block.text),
    leads:
      last !== undefined && (speakerIn(text)?.named === true || isSource(last) || /\b[A-Z]{3,}\b/.test(text)),
    person: personIn(text) !== undefined,
    announces: isSpeech(text) || /:\s*$/.test(text),
    quoted: block.node.type === 'blockquote' || /^\s*["“]/.test(text),
    open: isOpen(text),
    tells:
      (wordsIn(first) <= 20 && namesSomeone(first)) ||
      (isSpeech(first) && (personIn(first) !== undefined || /^(?:he|she|they)\s/i.test(first))),
  };
});

/** Whether a text ends in speech whose closing mark is still to come. */
function isOpen(text: string): boolean {
  const last = quotesIn(text).at(-1);
  return last?.closed === false && isVoice(text.slice(last.start));
}

function goesOn(draft: Draft, index: number): boolean {
  const before = draft.blocks[index - 1]?.block;
  return (
    before !== undefined &&
    surroundingsOf(before).open &&
    /^\s*["“]/.test(draft.blocks[index]!.block.text) &&
    draft.blocks[index]!.block.node.type === 'paragraph'
  );
}

/** Whether what stands beside the quotation names its speaker or the document that it is from. */
function isAttributedBeside(draft: Draft, index: number): boolean {
  const next = draft.blocks[index + 1]?.block;
  if (next && next.node.type !== 'heading') {
    if (/^\W*\[insert/i.test(next.text) && isToFillIn(next.text.slice(0, 100))) return true;
    const { attribution, tells } = surroundingsOf(next);
    if (attribution || tells) return true;
  }
  const { pronoun } = surroundingsOf(draft.blocks[index]!.block);
  for (let at = index - 1, paragraphs = 0; at >= 0 && at >= index - 10; at--) {
    const { block } = draft.blocks[at]!;
    if (block.node.type === 'heading') return false;
    // Speech goes on past a list in it.
    if (block.node.type !== 'paragraph' && block.node.type !== 'blockquote') continue;
    const { leads, person, announces, quoted } = surroundingsOf(block);
    if (leads || (person && (pronoun || announces))) return true;
    if (!quoted && ++paragraphs > (pronoun ? 3 : 0)) return false;
  }
  return false;
}
