/** Finds shares of one whole that do not add up to 100%, in a sentence, a list or a table. */
import type { List } from 'mdast';
import { type Block, BlockFinder, type Draft, moved, perBlock } from '../../../draft';
import { greatest } from '../../../util/lists';
import { grouped, sumOf, type Written } from '../amounts/number-format';
import type { CountedText } from '../amounts/sentences';
import type { Clash } from '../clash';
import { areBands } from '../tables/bands';
import { gridsIn } from '../tables/grid';
import { isTotal } from '../tables/totals';
import { itemsIn } from './lists';

/** An item for people who gave no answer, and so are in no other item. */
const NO_ANSWER =
  /^(?:not\s+(?:stated|answered)|no\s+(?:answer|reply)|(?:did\s+not|did\s?n[o’']t)\s+(?:want\s+to\s+)?(?:say|answer)|prefer(?:red)?\s+not)\b/i;
/** Words that say that people could give more than one answer. */
const MANY =
  /more\s+than\s+one|tick|all\s+that\s+appl|up\s+to|multiple|as\s+many|choose|chose|several|(?:two|three)\s+(?:answers|reasons|things)/i;
/** Words beside shares that are not all. */
const SOME = /\b(?:largest|biggest|greatest|top|most|main|chief|among|some)\b/i;
/** The most points over 100 that are taken for a mistake in a list; beyond, people gave more than one answer. */
const MOST = 10;
/** The same in a table, in points over or under 100. */
const SLIP = 3;
/** The label of what is left of a whole. */
const REST =
  /^(?:(?:all\s+)?others?\b|none\b|not\s+(?:stated|known|given|sure|answered)|no\s+(?:answer|reply)|did\s?n[o’']t\s+(?:say|answer|know)|don[’']t\s+know|prefer\s+not|unknown|neither)/i;

/** Whether the words beside shares say that people may be in two of them, or that they are not all. */
function saysMany(text: string): boolean {
  return MANY.test(text) || SOME.test(text);
}

/** How far shares may be from 100 by rounding. Each is off by half a step at most, but many partly cancel out. */
function slackOf(shares: readonly Written[]): number {
  const step = greatest(shares.map((share) => share.step));
  return Math.max(step * 1.01, 2.5 * step * Math.sqrt(shares.length / 12));
}

/** Whether shares add up to more than 100 by more than rounding, but by `most` points at most. */
function isOver(shares: readonly Written[], most: number): boolean {
  const over = sumOf(shares) - 100;
  return over > slackOf(shares) && over <= most;
}

const wrong = new BlockFinder(
  perBlock((block): Clash | undefined => {
    if (!/%|\bper\s?cent/i.test(block.text)) return undefined;
    return block.node.type === 'list'
      ? inList(block)
      : block.node.type === 'table'
        ? inTable(block)
        : undefined;
  }),
);

/** Lists and columns of shares that do not add up to 100 with no reason given beside them; spans are in the draft. */
export function wrongHundreds(draft: Draft): readonly Clash[] {
  return wrong.in(draft, undefined).flatMap(({ found, placed: { start }, index }) => {
    const beside = [index - 2, index - 1, index + 1].map((at) => draft.blocks[at]?.block.text ?? '');
    return beside.some(saysMany) ? [] : [moved(found, start)];
  });
}

/** A column of shares that does not add up to 100, in a table where another column does, or a row is for the rest. */
function inTable(block: Block): Clash | undefined {
  const [heads, ...body] = gridsIn(block)[0]?.rows ?? [];
  if (!heads || body.length < 4 || body.some(([label]) => isTotal(label!.text)) || MANY.test(heads[0]!.text))
    return undefined;
  const columns = heads.flatMap((head, column) => {
    const shares = body.flatMap((row) =>
      row[column]!.number?.unit === 'percent' ? [row[column]!.number] : [],
    );
    return column > 0 && shares.length === body.length
      ? [{ head, column, shares, off: Math.abs(sumOf(shares) - 100) }]
      : [];
  });
  const isBanded = areBands(body.map(([label]) => label!.text));
  const isWhole =
    isBanded ||
    columns.some(({ off }) => off < 0.05) ||
    body.some(([label]) => REST.test(label!.text.trim()));
  const odd = columns.find(({ shares, off }) => off > slackOf(shares));
  if (!odd || !isWhole || odd.off > (isBanded ? MOST : SLIP) || MANY.test(odd.head.text)) return undefined;
  return {
    span: (odd.head.text.length > 2 ? odd.head : body.at(-1)![odd.column]!).span,
    message: `The shares in the column “${odd.head.text}” add up to ${grouped(sumOf(odd.shares), 1)}%. Put right the one that is wrong, or say that people could give more than one answer.`,
  };
}

/** A list whose items are shares of people, some of whom gave no answer, and add up to more than 100. */
function inList(block: Block): Clash | undefined {
  const items = itemsIn(block);
  const shares = items.flatMap(({ amount }) =>
    amount?.span.start === 0 && amount.unit === 'percent' && !amount.loose ? [amount] : [],
  );
  if (items.length < 3 || shares.length < items.length || items.length > (block.node as List).children.length)
    return undefined;
  const answers = shares.filter((share, at) => !NO_ANSWER.test(items[at]!.text.slice(share.span.end).trim()));
  if (answers.length === shares.length || sumOf(answers) > 100 || !isOver(shares, MOST)) return undefined;
  return {
    span: items.at(-1)!.span,
    message: `The shares in this list add up to ${grouped(sumOf(shares), 1)}%. Put right the one that is wrong, or say that people could give more than one answer.`,
  };
}

/** A share of a share. */
const OF_PART = /\bof\s+(?:that|these|those|them|which|whom)\b/i;
/** The words behind a share of something that can be used only once: "of the budget went on books", "on films". */
const SPENT =
  /^(\sof\s[^,;.%]{1,60}?)?\s(?:(?:was|were|is|are|has|have|will|be)\s){0,2}(?:(sold|spent|given|recycled|kept|pulped|paid|donated|returned|thrown|scrapped|(?:went|goes|go|gone)\s(?:on|into))\b|(?:went\s|goes\s|go\s|gone\s)?(?:on|to|into)\s[A-Za-z])/i;
/** The most points over 100 that are taken for a mistake. */
const FURTHEST = 30;
/** The fewest shares that are added up. */
const FEWEST = 3;

/**
 * Shares of something used up that add up to more than it, in a sentence and in the next one:
 * "60% of the budget went on books. 35% went on films and 15% on games."
 */
export function wrongSpending(
  { text, amounts }: CountedText,
  behind: CountedText | undefined,
): readonly Clash[] {
  const { text: next, amounts: more } = behind ?? { text: '', amounts: [] };
  if (amounts.length + more.length < FEWEST) return [];
  const own = amounts.filter(({ unit }) => unit === 'percent');
  if (own.length === 0) return [];
  const goesOn = more[0]?.unit === 'percent' && more[0].span.start === 0 ? more : [];
  const shares = [
    ...own.map((share) => ({ share, of: text })),
    ...goesOn.flatMap((share) => (share.unit === 'percent' ? [{ share, of: next }] : [])),
  ];
  if (shares.length < FEWEST || shares.some(({ share: { loose } }) => loose)) return [];
  const uses = shares.map(({ share, of }) => SPENT.exec(of.slice(share.span.end, share.span.end + 100)));
  // Only the first share names the whole, and one has a verb at least.
  if (uses.some((use, at) => !use || (at > 0 && use[1] !== undefined)) || !uses.some((use) => use![2]))
    return [];
  const words = `${text} ${goesOn.length > 0 ? next : ''}`;
  if (OF_PART.test(words.replace(/^Of\s/, '')) || saysMany(words)) return [];
  const numbers = shares.map(({ share }) => share);
  // If the sentence alone adds up to 100, the next is about something else.
  if (!isOver(numbers, FURTHEST) || sumOf(own) === 100) return [];
  return [
    {
      span: own.at(-1)!.span,
      message: `These shares of one whole add up to more than it: ${numbers.map(({ words: own }) => own).join(' + ')} = ${grouped(sumOf(numbers), 1)}%. Put right the one that is wrong.`,
    },
  ];
}
