/** Lists, and the paragraphs beside them that say what they come to. */
import type { Block, Draft } from '../../draft';
import { BlockFinder } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { ownWords } from '../lib/prose';
import { type Amount, amountsIn } from './amounts';
import { isNotAll } from './breakdown';
import { amountsOf, isNear, wrongTotalBehind } from './lists';
import { contentOf } from './mentions';
import { isSlip } from './totals';
import type { Clash } from './types';
import { sumOf } from './written';

/** An amount of a paragraph that the list before or behind it may come to. */
interface Whole extends Amount {
  /** In the block. */
  readonly at: Clash['span'];
  /** What it counts. */
  readonly noun: string | undefined;
}

/** A list, or a paragraph that tells of one. */
interface Beside {
  readonly isList?: true;
  /** What each item of a list counts or costs, where each has one amount, and of one unit. */
  readonly parts?: readonly Amount[] | undefined;
  /** What the list behind may come to: "We had 114 replies:", "It cost £28,000, as follows:". */
  readonly wholes?: readonly Whole[];
  /** Whether the list behind says that it is not all. */
  readonly notAll?: boolean;
  /** What the list before has left: "The other 48 loans". */
  readonly rest?: Whole;
  /** Whether it tells the total of the list before it. */
  readonly total?: boolean;
}

const beside = new BlockFinder(perBlock(read));

/** The whole is what comes in a year, and so are its parts. */
const EACH_YEAR = /\s(?:a|per|each|every)\s+(?:year|month|week)\b/gi;
const REST = /^The\s+(?:other|remaining)\s+$/;

function read(block: Block): Beside | undefined {
  const { node, text } = block;
  if (node.type === 'list') return { isList: true, parts: amountsOf(block) };
  if (node.type !== 'paragraph') return undefined;
  const total = /[£€$]/.test(text) && /\btotal\b/i.test(text);
  const leads = text.trimEnd().endsWith(':');
  if (!total && !leads && !/^The\s+(?:other|remaining)\s/.test(text)) return undefined;
  const prose = ownWords(block)[0]?.prose;
  if (!prose) return undefined;
  const amounts = amountsIn(prose.text);
  const wholeOf = (amount: Amount): Whole => ({
    ...amount,
    at: prose.toSource(amount.span.start, amount.span.end),
    noun: contentOf(
      /^\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u.exec(prose.text.slice(amount.span.end))?.[0] ?? '',
    )[0],
  });
  const first = amounts.find(({ unit }) => unit === 'count');
  return {
    total,
    ...(leads && { wholes: amounts.filter(({ loose }) => !loose).map(wholeOf) }),
    notAll: isNotAll(prose.text.replace(EACH_YEAR, '')),
    ...(first && REST.test(prose.text.slice(0, first.span.start)) && { rest: wholeOf(first) }),
  };
}

/** Lists that do not come to what the paragraph beside them says; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const clashes: Clash[] = [];
  const all = beside.in(draft, undefined);
  for (let index = 0; index + 1 < all.length; index++) {
    const [one, other] = [all[index]!, all[index + 1]!];
    if (other.index !== one.index + 1) continue;
    const add = (found: readonly Clash[], { start }: { readonly start: number }): void => {
      for (const { span, message } of found)
        clashes.push({ span: { start: start + span.start, end: start + span.end }, message });
    };
    if (one.found.isList && other.found.total)
      add(wrongTotalBehind(one.placed.block, other.placed.block), other.placed);
    add(wrongSum(one.found, other.found), one.placed);
    const behind = all[index + 2];
    if (behind?.index === other.index + 1)
      add(wrongRest(one.found, other.found, behind.found), behind.placed);
  }
  return clashes;
}

/** Amounts that come so near to the whole that they are meant to be it: "We had 114 replies:". */
function wrongSum({ wholes = [], notAll }: Beside, { parts }: Beside): readonly Clash[] {
  if (notAll || !parts || parts.length < 3) return [];
  const [{ unit }] = parts as [Amount, ...Amount[]];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const whole = meantBy(
    wholes.filter((one) => one.unit === unit),
    sum,
    parts,
  );
  const off = Math.abs(sum - (whole?.value ?? sum));
  if (!whole || whole.value < 20 || off === 0 || off > whole.value * 0.06) return [];
  return [
    {
      span: whole.at,
      message: `“${whole.words}” here, and the list below comes to ${sumOf(parts, sum, parts[0]!).replace(/^its .* add up to /, '')}. Put right whichever is wrong${unit === 'count' ? ', or say who is counted twice' : ''}.`,
    },
  ];
}

/**
 * Which of the wholes that stand before a list it is to come to: the greatest count, and of money the nearest sum, where
 * it comes neither to one of two nor to both.
 */
function meantBy(wholes: readonly Whole[], sum: number, parts: readonly Amount[]): Whole | undefined {
  if (parts[0]!.unit !== 'money') return wholes.toSorted((a, b) => b.value - a.value)[0];
  const [first, second, ...more] = wholes.toSorted(
    (a, b) => Math.abs(sum - a.value) - Math.abs(sum - b.value),
  );
  if (!first || more.length > 0 || isNear(sum, first, parts)) return undefined;
  return second && Math.abs(first.value + second.value - sum) < 1 ? undefined : first;
}

/** "212 loans", a list of some of them, and "The other 58 loans". */
function wrongRest({ wholes = [] }: Beside, { parts }: Beside, { rest }: Beside): readonly Clash[] {
  const [whole] = wholes.filter(({ unit }) => unit === 'count').toSorted((a, b) => b.value - a.value);
  if (!whole || !rest || !parts || parts.length < 2 || parts[0]!.unit !== 'count') return [];
  if (rest.noun === undefined || rest.noun !== whole.noun) return [];
  const left = whole.value - parts.reduce((all, { value }) => all + value, 0);
  if (left === rest.value || left <= 0) return [];
  if (!isSlip(left, rest.value) && Math.abs(left - rest.value) > rest.value / 4) return [];
  return [
    {
      span: rest.at,
      message: `“${rest.words}” here, but the list before it leaves ${left} of the ${whole.words}. Put right whichever is wrong.`,
    },
  ];
}
