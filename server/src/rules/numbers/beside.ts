/** Lists, and the sentences before them that say what they come to. */
import type { Block, Draft } from '../../draft';
import { BlockFinder } from '../../draft';
import { perBlock } from '../../draft/block-map';
import { ownWords } from '../lib/prose';
import { type Amount, amountsIn } from './amounts';
import { isNotAll, isSum } from './breakdown';
import { amountsOf } from './lists';
import type { Clash } from './types';
import { sumOf } from './written';

/** An amount of a paragraph that the list behind it may come to. */
interface Whole extends Amount {
  /** In the block. */
  readonly at: Clash['span'];
}

/** What a list has, and what the paragraph before one says that it comes to. */
interface Beside {
  /** What each item of a list counts or costs, where each has one amount, and of one unit. */
  readonly parts?: readonly Amount[] | undefined;
  /** "We had 114 replies:", "It cost £28,000, as follows:" */
  readonly wholes?: readonly Whole[];
}

const beside = new BlockFinder(perBlock(read));

/** The whole is what comes in a year, and so are its parts. */
const EACH_YEAR = /\s(?:a|per|each|every)\s+(?:year|month|week)\b/gi;

function read(block: Block): Beside | undefined {
  const { node, text } = block;
  if (node.type === 'list') return { parts: amountsOf(block) };
  if (node.type !== 'paragraph' || !text.trimEnd().endsWith(':')) return undefined;
  const prose = ownWords(block)[0]?.prose;
  if (!prose || isNotAll(prose.text.replace(EACH_YEAR, ''))) return undefined;
  const wholes = amountsIn(prose.text).flatMap((amount) =>
    amount.loose ? [] : [{ ...amount, at: prose.toSource(amount.span.start, amount.span.end) }],
  );
  return { wholes };
}

/** Lists that do not come to what the paragraph before them says; spans are in the draft. */
export function clashesBeside(draft: Draft): readonly Clash[] {
  const all = beside.in(draft, undefined);
  return all.flatMap(({ found, placed: { start }, index }, at) => {
    const next = all[at + 1];
    const wrong = next?.index === index + 1 ? wrongSum(found, next.found) : undefined;
    return wrong
      ? [{ ...wrong, span: { start: start + wrong.span.start, end: start + wrong.span.end } }]
      : [];
  });
}

/** Amounts that come so near to the whole that they are meant to be it: "We had 114 replies:". */
function wrongSum({ wholes = [] }: Beside, { parts }: Beside): Clash | undefined {
  if (!parts || parts.length < 3) return undefined;
  const [{ unit }] = parts as [Amount, ...Amount[]];
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const whole = meantBy(
    wholes.filter((one) => one.unit === unit),
    sum,
    parts,
  );
  const off = Math.abs(sum - (whole?.value ?? sum));
  if (!whole || whole.value < 20 || off === 0 || off > whole.value * 0.06) return undefined;
  return {
    span: whole.at,
    message: `“${whole.words}” here, and the list below comes to ${sumOf(parts, sum, parts[0]!).replace(/^its .* add up to /, '')}. Put right whichever is wrong${unit === 'count' ? ', or say who is counted twice' : ''}.`,
  };
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
  if (!first || more.length > 0 || isSum(first, parts)) return undefined;
  return second && Math.abs(first.value + second.value - sum) < 1 ? undefined : first;
}
