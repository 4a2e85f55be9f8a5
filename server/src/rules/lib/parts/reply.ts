/** Finds readers who are asked to ring or to reply, in a paper that gives them no number and no address. */
import { type Block, BlockFinder, type Draft, perBlock, type Span, shifted } from '../../../draft';
import type { Problem } from '../../types';
import { inOwnWords, quotedIn } from '../blocks/prose';
import { writing } from '../fix';
import { TELEPHONE } from './contact';

/** Where a reader is told to do something: at the beginning of a sentence or clause, or behind “please”. */
const DO = String.raw`(?:^|[.!?:;,(–—]\s*|\b(?:please|then|or|and|do|just|can|could)\s+)`;
const RING = new RegExp(
  String.raw`${DO}((?:ring|call|phone|telephone)\s+(?:me|us)|give\s+(?:me|us)\s+a\s+(?:ring|call))\b(?!\s+(?:by|names?|that|when|if\s+they|the)\b)|\b(my\s+direct\s+line)\b`,
  'gi',
);
const REPLY = new RegExp(
  String.raw`${DO}((?:e-?mail|message|contact)\s+(?:me|us)|drop\s+(?:me|us)\s+a\s+line)\b|\b(please\s+reply|(?:please|do)\s+get\s+in\s+touch(?!\s+with\s+(?!me\b|us\b))|reply\s+to\s+this\s+letter)\b`,
  'gi',
);

/** Behind which others may do it, too: “drivers stop and ring us”, “residents can call us”. */
const JOINED = /\b(?:then|or|and|do|just|can|could)\s+$/i;
/** A clause that speaks to the reader. */
const TO_READER =
  /\b(?:you|please)\b|^\W*(?:ask|bring|call|check|choose|come|drop|e-?mail|fill|find|go|have|look|phone|pick|pop|print|read|ring|say|see|send|speak|stop|take|talk|tell|think|try|use|visit|wait|write)\b/i;

/** An extension, or a number without its beginning. */
const SHORT_NUMBER =
  /\b(?:ext(?:ension|n)?|x)\.?\s?\d{3,5}\b|\b\d{3,5}[ -]\d{3,4}(?:[ -]?\d{3,4})?\b|\b(?:ring|call|tel|phone|telephone|line)\b[.:]?\s{0,3}(?:is\s|on\s)?\s?\d{3,}/i;
const EMAIL = /\w@[\w-]/;
/** A place for them that is still to be filled in. */
const OPEN = /\[[^\]\n]{0,80}(?:insert|tel|phone|mail|number|contact|address|link)|\?\?|\bTBC\b/i;
/** A page, or an address with its postcode. */
const PLACE =
  /\bwww\.|https?:|\w\.(?:gov|org|co|ac|com|net|uk|wales|scot|cymru|example)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\bP\.?O\.?\s?Box\b/;
/** How much of a clause is read before a request, in characters. */
const CLAUSE = 300;
/** How much of a block is searched, in characters. */
const LONGEST = 20_000;

interface Asked {
  readonly span: Span;
  readonly words: string;
  /** Whether it takes a number. */
  readonly rings: boolean;
}

interface Read {
  readonly asked: readonly Asked[];
  readonly number: boolean;
  readonly place: boolean;
}

const finder = new BlockFinder(
  perBlock((block: Block): Read | undefined => {
    const text = block.text.slice(0, LONGEST);
    const { type } = block.node;
    const asked = type === 'heading' || type === 'table' ? [] : askedIn(block);
    const number = hasNumber(text);
    const place = PLACE.test(text);
    return asked.length > 0 || number || place ? { asked, number, place } : undefined;
  }),
);

/** Whether a text has a number or an e-mail address, or a place for one. */
function hasNumber(text: string): boolean {
  return [TELEPHONE, SHORT_NUMBER, EMAIL, OPEN].some((pattern) => pattern.test(text));
}

function askedIn(block: Block): readonly Asked[] {
  if (
    !/\b(?:ring|call|(?:tele)?phone|line|e-?mail|message|contact|touch|reply)\b/i.test(
      block.text.slice(0, LONGEST),
    )
  )
    return [];
  return inOwnWords(block, (whole) => {
    const text = whole.slice(0, LONGEST);
    const isQuoted = quotedIn(text);
    return ([RING, REPLY] as const).flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap((match): readonly Asked[] => {
        const words = (match[1] ?? match[2])!;
        const end = match.index + match[0].length;
        const start = end - words.length;
        if (isQuoted(start, end) || !isToReader(text.slice(Math.max(0, start - CLAUSE), start))) return [];
        return [{ span: { start, end }, words, rings: pattern === RING }];
      }),
    );
  });
}

/** Whether what follows a text is for the reader to do. */
function isToReader(before: string): boolean {
  const lead = before.replace(JOINED, '');
  if (lead === before) return true;
  const clause = lead.split(/[.!?;]/).at(-1)!;
  return !/\w/.test(clause) || /[,:(–—]\s*$/.test(clause) || TO_READER.test(clause);
}

/** The first place where a reader is asked to ring or to reply, in a paper that does not say where. */
export function unreachable(draft: Draft): readonly Problem[] {
  const all = finder.in(draft, undefined);
  if (all.length === 0) return [];
  const { span: front } = draft.frontMatter;
  const header = front ? draft.source.slice(front.start, front.end) : '';
  if (hasNumber(header) || all.some(({ found }) => found.number)) return [];
  const isPlaced = all.some(({ found }) => found.place) || PLACE.test(header);
  for (const { found, placed } of all)
    for (const { span, words, rings } of found.asked) {
      if (!rings && isPlaced) continue;
      const at = shifted(span, placed.start);
      const [what, missing] = rings
        ? ['[insert telephone number]', 'no telephone number']
        : ['[insert e-mail address]', 'no number and no address'];
      return [
        {
          span: at,
          message: `“${words}” cannot be done, as there is ${missing} in this paper. Give it here.`,
          fixes: [writing('Insert a place for it', { start: at.end, end: at.end }, ` (${what})`)],
        },
      ];
    }
  return [];
}
