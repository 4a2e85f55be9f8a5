/** Shares that are of one whole and do not add up to 100. */
import { greatest } from '../../lists';
import type { Amount } from './amounts';
import type { Cell, Grid } from './grid';
import type { Found } from './shares';
import { isTotal } from './totals';
import type { Clash, Written } from './types';
import { grouped } from './written';

/** What is left of a whole once the rest has been named. */
const REST =
  /^(?:all\s+)?others?\b|^(?:none|not\s+(?:stated|known|given|sure|answered)|no\s+(?:answer|reply)|did\s?n[o’']t\s+(?:say|answer|know)|don[’']t\s+know|prefer\s+not|unknown|neither)/i;
/** Who gave no answer gave no other; the others may still have given two, where they come to more than all. */
const NO_ANSWER =
  /^(?:not\s+(?:stated|answered)|no\s+(?:answer|reply)|(?:did\s+not|did\s?n[o’']t)\s+(?:want\s+to\s+)?(?:say|answer)|prefer(?:red)?\s+not)\b/i;
/** What is spent is in one row alone. */
const SHARE_OF =
  /^(?:share|%|per\s?cent(?:age)?)\s+of\s+(?:(?:the|our|all|total)\s+)*(?:fund|budget|spend(?:ing)?|money|costs?|income)\b/i;
const MANY =
  /more\s+than\s+one|tick|all\s+that\s+appl|up\s+to|multiple|as\s+many|choose|chose|several|(?:two|three)\s+(?:answers|reasons|things)/i;
/** What stands beside shares that are not all. */
const SOME = /\b(?:largest|biggest|greatest|top|most|main|chief|among|some)\b/i;
/** Further off, people gave more than one answer. */
const MOST = 10;

/** Whether the words beside shares say that somebody may be in two of them, or that they are not all. */
export function saysMany(text: string): boolean {
  return MANY.test(text) || SOME.test(text);
}

/** Whether a label is that of what is left: then the shares beside it are all of one whole. */
function isRest(label: string): boolean {
  return REST.test(label.trim());
}

const sumOf = (shares: readonly Written[]): number => shares.reduce((all, { value }) => all + value, 0);

/** Whether shares add up to 100, or rounding can be why they do not. */
function isHundred(shares: readonly Written[]): boolean {
  const step = greatest(shares.map((share) => share.step));
  // Each is off by half a step at most, and many of them by less in all: see the deviation of their sum.
  return Math.abs(sumOf(shares) - 100) <= Math.max(step * 1.01, 2.5 * step * Math.sqrt(shares.length / 12));
}

/** What shares add up to, where it is nearly 100 and rounding cannot be why it is not; undefined else. */
function notHundred(shares: readonly Written[]): number | undefined {
  const sum = sumOf(shares);
  return !isHundred(shares) && Math.abs(sum - 100) <= MOST ? sum : undefined;
}

/**
 * What the shares of a list come to, where they are more than 100 and one of them is of those who gave no answer; undefined
 * else.
 *
 * @param items the shares, each with the words behind it
 */
export function overHundred(
  items: readonly { readonly share: Amount; readonly behind: string }[],
): number | undefined {
  const shares = items.map(({ share }) => share);
  if (items.length < 3 || !items.some(({ behind }) => NO_ANSWER.test(behind.trim()))) return undefined;
  if (shares.some(({ unit, loose }) => unit !== 'percent' || loose)) return undefined;
  const answers = items.filter(({ behind }) => !NO_ANSWER.test(behind.trim()));
  if (sumOf(answers.map(({ share }) => share)) > 100) return undefined;
  const sum = notHundred(shares);
  return sum !== undefined && sum > 100 ? sum : undefined;
}

const REMAINING = /\b(?:the\s+)?(?:remaining|last|final)\s+$|\b(?:rest|remainder)\s*(?:,\s+|\()$/i;

/** A share of a share. */
const OF_PART = /\bof\s+(?:that|these|those|them|which|whom)\b/i;

/** "61% is gas, 34% electricity, and the remaining 7% vehicles": shares of all before the one that is left. */
export function wrongRemainder(text: string, amounts: readonly Amount[]): readonly Found[] {
  const shares = amounts.filter(({ unit, loose }) => unit === 'percent' && !loose);
  const at = shares.findIndex(({ span }) =>
    REMAINING.test(text.slice(Math.max(0, span.start - 25), span.start)),
  );
  if (at < 1 || at < shares.length - 1 || OF_PART.test(text)) return [];
  const named = shares.slice(0, at + 1);
  // One of them may be a share of another.
  for (let from = 0; from < at; from++) if (isHundred(named.slice(from))) return [];
  const sum = notHundred(named);
  if (sum === undefined) return [];
  return [
    {
      at: named.at(-1)!,
      message: `These shares add up to ${grouped(sum, 1)}%, with “${named.at(-1)!.words}” as what remains. Put right the one that is wrong.`,
    },
  ];
}

/** What can be done once alone with each part of a whole; "35% on films" goes on with it. */
const SPENT =
  /^(\sof\s[^,;.%]{1,60}?)?\s(?:(?:was|were|is|are|has|have|will|be)\s){0,2}(?:(sold|spent|given|recycled|kept|pulped|paid|donated|returned|thrown|scrapped|(?:went|goes|go|gone)\s(?:on|into))\b|(?:went\s|goes\s|go\s|gone\s)?(?:on|to|into)\s[A-Za-z])/i;
/** Further off, it is no slip. */
const FURTHEST = 130;

/**
 * Shares of one whole that has been spent, in a sentence and the next where that begins with one: "60% of the budget went on
 * books. 35% went on films and 15% on games."
 */
export function wrongSpending(
  text: string,
  amounts: readonly Amount[],
  next: string,
  more: readonly Amount[],
): readonly Found[] {
  const own = amounts.filter(({ unit }) => unit === 'percent');
  if (own.length === 0) return [];
  const goesOn = more[0]?.unit === 'percent' && more[0].span.start === 0 ? more : [];
  const all = [
    ...amounts.map((share) => ({ share, of: text })),
    ...goesOn.map((share) => ({ share, of: next })),
  ];
  const shares = all.filter(({ share: { unit } }) => unit === 'percent');
  if (shares.length < 3 || shares.some(({ share: { loose } }) => loose)) return [];
  const told = shares.map(({ share, of }) => SPENT.exec(of.slice(share.span.end, share.span.end + 100)));
  // One whole for all, and one verb at least.
  if (told.some((one, at) => !one || (at > 0 && one[1] !== undefined)) || !told.some((one) => one![2]))
    return [];
  // Where the sentence tells of all, the next is about something else.
  if (goesOn.length > 0 && own.length > 1 && isHundred(own)) return [];
  const words = `${text} ${goesOn.length > 0 ? next : ''}`;
  if (OF_PART.test(words.replace(/^Of\s/, '')) || saysMany(words)) return [];
  const numbers = shares.map(({ share }) => share);
  const sum = sumOf(numbers);
  if (sum <= 100 || sum > FURTHEST || isHundred(numbers)) return [];
  return [
    {
      at: own.at(-1)!,
      message: `These shares of one whole add up to more than it: ${numbers.map(({ words: own }) => own).join(' + ')} = ${grouped(sum, 1)}%. Put right the one that is wrong.`,
    },
  ];
}

/** Columns of shares of one whole: another of the table comes to 100, or one row is what is left. */
export function wrongHundreds({ rows, width }: Grid): readonly Clash[] {
  const body = rows.slice(1);
  if (body.length < 4 || body.some((row) => isTotal(row[0]!.text)) || MANY.test(rows[0]![0]!.text)) return [];
  const columns: {
    readonly head: Cell;
    readonly cells: readonly Cell[];
    readonly sum: number | undefined;
  }[] = [];
  for (let column = 1; column < width; column++) {
    const cells = body.map((row) => row[column]!);
    const shares = cells.flatMap(({ number }) => (number?.unit === 'percent' ? [number] : []));
    if (shares.length !== body.length) continue;
    const head = rows[0]![column]!;
    const total = shares.reduce((all, { value }) => all + value, 0);
    if (Math.abs(total - 100) > MOST || MANY.test(head.text)) return [];
    columns.push({ head, cells, sum: notHundred(shares) });
  }
  const right = columns.some(({ sum }) => sum === undefined);
  const whole = right || body.some((row) => isRest(row[0]!.text));
  // The largest shares may be all that are there, and come to less.
  const isSpent = columns.every(({ head }) => SHARE_OF.test(head.text));
  return columns.flatMap(({ cells, sum, head }) =>
    sum === undefined || !(whole || (isSpent && sum > 100))
      ? []
      : [
          {
            span: (head.text.length > 2 ? head : cells.at(-1)!).span,
            message: `The shares ${head.text.length > 2 ? `under “${head.text}”` : 'in this column'} add up to ${grouped(sum, 1)}%. Put right the one that is wrong${SHARE_OF.test(head.text) ? '' : ', or say that people could give more than one answer'}.`,
          },
        ],
  );
}
