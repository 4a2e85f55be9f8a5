/** Whether the parts of a whole that a sentence counts are apart by its form, so that nothing is in two of them. */
import type { Amount } from './amounts';

/** Between two parts; there is one, as each has its number. */
const BREAK = /[,;]\s(?:and\s)?|\sand\s/;
/** Answers, states, moves: what has one of a kind has no other of it. */
const KINDS: readonly RegExp[] = [
  /\b(?:agree[ds]?|disagree[ds]?|said\s(?:yes|no)|refused|declined|accepted|supported|opposed|blank|undecided|not\s(?:answered|replied|said)|wait(?:ing)?|to\shear)\b/i,
  /\b(?:met|missed|not\smet|near(?:ly)?|partly|green|amber|red|done|complete[d]?|late|overdue|on\s(?:track|hold)|behind|not\s(?:done|begun|started))\b/i,
  /\b(?:moved|stayed|went\s(?:up|down)|rose|fell|(?:un|not\s)changed|improved|worsened)\b/i,
];
/** "31 were for up to four weeks, 13 for longer": one verb, and one way, for all. */
const WAY = /^\s(?:(were|was|are|is|came|went|go|goes)\s)?(for|from|to)\s/i;
const OTHERS = /\bother\s$|^\s(?:others?|the\srest)\b/i;
/** Money is in one place alone, where each part of it says where from or for what. */
const PLACED = /^(?:\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){0,5}?\s(?:from|by|to|on|for)\s/iu;
/** One of them may be another too. */
const OF_THEM = /\bof\s(?:them|these|those)\b/i;

/** Whether parts of a whole cannot be in each other; most lists of them do not say. */
export function areApart(text: string, parts: readonly Amount[]): boolean {
  const pieces = piecesOf(text, parts);
  if (pieces.some(({ before, behind }) => OTHERS.test(before) || OTHERS.test(behind))) return true;
  if (pieces.some(({ behind }) => OF_THEM.test(behind))) return false;
  if (parts[0]!.unit === 'money') return pieces.every(({ behind }) => PLACED.test(behind));
  if (KINDS.some((kind) => pieces.every(({ before, behind }) => kind.test(before + behind)))) return true;
  const ways = pieces.map(({ behind }) => WAY.exec(behind));
  const [first] = ways;
  return first?.[1] !== undefined && ways.every((way) => way?.[2] === first[2]);
}

interface Piece {
  readonly before: string;
  readonly behind: string;
}

/** Each part with the words before its number and behind it, up to the next break. */
function piecesOf(text: string, parts: readonly Amount[]): readonly Piece[] {
  let from = 0;
  return parts.map(({ span }, at) => {
    const next = parts[at + 1]?.span.start ?? text.length;
    const between = text.slice(span.end, next);
    const found = BREAK.exec(between);
    const end = found && at < parts.length - 1 ? found.index : between.length;
    const piece = { before: text.slice(from, span.start), behind: between.slice(0, end) };
    from = span.end + end + (found && at < parts.length - 1 ? found[0].length : 0);
    return piece;
  });
}
