/** Every number of a paper with the words that say what it counts, to find other mentions of the same number. */
import { type Block, BlockFinder, perBlock, type Span } from '../../../draft';
import { addAll, words } from '../../../util/lists';
import { spanIn } from '../../lib/blocks/prose';
import { MONTH_NAMES } from '../../lib/dates/calendar';
import type { Written } from '../amounts/number-format';
import { countedIn } from '../amounts/sentences';
import { type Grid, gridsIn } from '../tables/grid';
import { isTotal } from '../tables/totals';

export interface Mention extends Written {
  /** Counts in the block. */
  readonly span: Span;
  readonly loose: boolean;
  /** What it counts, in lower case and singular: the words after it, or before "of", or its row and column. */
  readonly things: ReadonlySet<string>;
  /** Years, months, days, places and people that its sentence or row mentions. */
  readonly times: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly sentence: string;
  /** The text before and after it in its sentence. */
  readonly lead: string;
  readonly after: string;
  /** The word after it, in the singular; empty where it has no meaning of its own. */
  readonly noun: string;
  /** A key that it shares with numbers that are the same but for two swapped digits. */
  readonly key: string | undefined;
  /** In a table: whether it is a total or another cell. */
  readonly table?: 'total' | 'cell';
  /** In a table: what its column counts. */
  readonly head?: string;
}

export interface Mentions {
  readonly all: readonly Mention[];
  readonly grids: readonly Grid[];
}

/** A block with more numbers is data. */
const MOST = 400;

export const mentions = new BlockFinder(perBlock(read));

function read(block: Block): Mentions | undefined {
  const all: Mention[] = [];
  for (const sentence of countedIn(block)) {
    const { passage, text, amounts } = sentence;
    if (passage.kind === 'table-row' || amounts.length === 0 || amounts.length > MOST) continue;
    // Computed when first needed: most numbers resemble no other.
    let times: ReadonlySet<string> | undefined;
    let names: ReadonlySet<string> | undefined;
    for (const amount of amounts) {
      const { start, end } = amount.span;
      let things: ReadonlySet<string> | undefined;
      let noun: string | undefined;
      const lead = text.slice(Math.max(0, start - 80), start);
      const after = text.slice(end, end + 40);
      all.push({
        ...amount,
        span: spanIn(sentence, amount.span),
        get things() {
          things ??= thingsAt(lead, text.slice(end, end + 100));
          return things;
        },
        get times() {
          times ??= timesIn(text);
          return times;
        },
        get names() {
          names ??= namesIn(text);
          return names;
        },
        sentence: text,
        lead,
        after,
        get noun() {
          noun ??= contentOf(/^\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u.exec(after)?.[0] ?? '')[0] ?? '';
          return noun;
        },
        key: keyOf(amount),
      });
    }
  }
  const grids = gridsIn(block);
  for (const grid of grids) addAll(all, cellsOf(grid));
  return (all.length > 0 || grids.length > 0) && all.length <= MOST ? { all, grids } : undefined;
}

function cellsOf({ rows }: Grid): readonly Mention[] {
  return rows.slice(1).flatMap((row) => {
    const label = row[0]!.text;
    return row.slice(1).flatMap(({ number, span }, index): readonly Mention[] => {
      if (!number) return [];
      const head = rows[0]![index + 1]!.text;
      const said = `${label} ${head}`;
      return [
        {
          ...number,
          span,
          loose: false,
          things: new Set(contentOf(said)),
          times: timesIn(said),
          names: new Set(),
          sentence: said,
          lead: '',
          after: '',
          noun: '',
          key: keyOf(number),
          table: isTotal(label) ? 'total' : 'cell',
          head,
        },
      ];
    });
  });
}

/** The key of a number for swapped digits; undefined for rates, versions and small numbers. */
function keyOf({ unit, value }: Written): string | undefined {
  const digits = String(value).replace('.', '');
  if (unit === 'percent' || (unit === 'count' && !Number.isInteger(value))) return undefined;
  return digits.length < 3 ? undefined : `${unit} ${Math.trunc(value)}`.length + [...digits].sort().join('');
}

const STOP = words(
  'the a an of in at for from to into with by on as than that which who whom when where while and or but so is are was were be been ' +
    'has have had will would can could may might should our their its his her my your all both more less fewer other others this these those ' +
    'each every per year month week day number total said told came come took taken part new first last over under about some any not no it ' +
    'they we them us there here out up down off one two just only also now then people',
);

/** The meaningful words of a text, in the singular. */
export function contentOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]*/gu) ?? [])
    .filter((word) => word.length > 2 && !STOP.has(word))
    .map(singular);
}

/** One form for "starters", "started" and "starting". */
function singular(word: string): string {
  const one = word
    .replace(/[’']s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '');
  return one.length > 6 ? one.replace(/(?:er|ed|ing)$/, '') : one;
}

/** What a number counts: the words after it up to the next break, and the one that it is the amount of. */
function thingsAt(lead: string, after: string): ReadonlySet<string> {
  const behind = /^(?:\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+){1,6}/u.exec(after)?.[0] ?? '';
  const of =
    /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-])((?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+\s+)?[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+)\s*(?:\s(?:of|is|are|was|were|at|comes\s+to|totals?)|:)\s+$/iu.exec(
      lead,
    );
  return new Set([...contentOf(behind), ...contentOf(of?.[1] ?? '')]);
}

const TIMES = new RegExp(
  `\\b(?:(?:19|20)\\d\\d(?:[/–-]\\d\\d(?:\\d\\d)?)?|\\d\\d\\/\\d\\d|q[1-4]|(?:year|yr|phase|option|quarter|block|group|zone|tier)\\s+\\w+|${MONTH_NAMES}|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|aged?\\s+\\d+|(?:under|over)[\\s-]\\d+s?|last\\s+\\w+|this\\s+\\w+|next\\s+\\w+|pilot|target|forecast|budget|actual|baseline)\\b`,
  'gi',
);

/** The times that a text mentions, in lower case. */
export function timesIn(text: string): ReadonlySet<string> {
  return new Set((text.match(TIMES) ?? []).map((time) => time.toLowerCase().replace('–', '-')));
}

/** Words of a name that do not tell one library or place from another, and first words that name nobody: “It had”. */
const NO_NAME =
  /^(?:It|We|They|The|This|That|There|He|She|You|Each|All|Our|More|Over|Nearly|Almost|Libraries|Library|Council|Service|Services|Centre|County|Borough|City|Town|District|Community|Branch|Hub|Hall|House|School|Road|Street|Summer|Reading|Challenge)$/;

/** The names of a sentence, of which the first may be that of a list item: “Elm: 66,200 visits”. */
function namesIn(text: string): ReadonlySet<string> {
  const [first] =
    /^\p{Lu}\p{Ll}+(?=:|\s+(?:had|has|have|lent|is|was|saw|recorded|got|lends|holds|wants|\p{Lu}))/u.exec(
      text,
    ) ?? [];
  const names = [...(first ? [first] : []), ...(text.match(/(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}+/gu) ?? [])];
  return new Set(names.filter((name) => !NO_NAME.test(name)));
}
