/** Every number of a paper with the words that say what it counts, to find other mentions of the same number. */
import { type Block, BlockFinder, perBlock, type Span } from '../../../draft';
import { addAll, words } from '../../../util/lists';
import { type Sentence, spanIn } from '../../lib/blocks/prose';
import { MONTH_NAMES } from '../../lib/dates/calendar';
import type { Written } from '../amounts/number-format';
import { countedIn } from '../amounts/sentences';
import { type Grid, gridsIn } from '../tables/grid';
import { isTotal } from '../tables/totals';

/** A number. What takes long to tell of it is read when it is first asked for, as most numbers resemble no other. */
export class Mention implements Written {
  readonly value: number;
  readonly step: number;
  readonly unit: Written['unit'];
  readonly words: string;
  /** A key that it shares with numbers that are the same but for two swapped digits. */
  readonly key: string | undefined;
  #things: ReadonlySet<string> | undefined;
  #noun: string | undefined;

  constructor(
    written: Written,
    /** Counts in its sentence, or in the block for a cell. */
    private readonly at: Span,
    readonly loose: boolean,
    private readonly said: Said,
    /** The text before it in its sentence, and behind it, of which `after` is the beginning. */
    readonly lead: string,
    private readonly behind: string,
    /** In a table: whether it is a total or another cell. */
    readonly table?: 'total' | 'cell',
    /** In a table: what its column counts. */
    readonly head?: string,
  ) {
    this.value = written.value;
    this.step = written.step;
    this.unit = written.unit;
    this.words = written.words;
    this.key = keyOf(written);
  }

  /** Counts in the block. */
  get span(): Span {
    const { sentence } = this.said;
    return sentence ? spanIn(sentence, this.at) : this.at;
  }

  get sentence(): string {
    return this.said.text;
  }

  /** The text after it in its sentence. */
  get after(): string {
    return this.behind.slice(0, 40);
  }

  /** What it counts, in lower case and singular: the words after it, or before "of", or its row and column. */
  get things(): ReadonlySet<string> {
    this.#things ??= this.table ? new Set(contentOf(this.sentence)) : thingsAt(this.lead, this.behind);
    return this.#things;
  }

  /** Years, months, days, places and people that its sentence or row mentions. */
  get times(): ReadonlySet<string> {
    return this.said.times;
  }

  get names(): ReadonlySet<string> {
    return this.table ? NO_NAMES : this.said.names;
  }

  /** The word after it, in the singular; empty where it has no meaning of its own. */
  get noun(): string {
    this.#noun ??= contentOf(/^\s+[A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]+/u.exec(this.after)?.[0] ?? '')[0] ?? '';
    return this.#noun;
  }
}

/** A sentence, or the label of a row and the head of a column. */
class Said {
  #times: ReadonlySet<string> | undefined;
  #names: ReadonlySet<string> | undefined;

  /** @param sentence undefined for a cell */
  constructor(
    readonly text: string,
    readonly sentence?: Sentence,
  ) {}

  get times(): ReadonlySet<string> {
    this.#times ??= timesIn(this.text);
    return this.#times;
  }

  get names(): ReadonlySet<string> {
    this.#names ??= namesIn(this.text);
    return this.#names;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

export interface Mentions {
  readonly all: readonly Mention[];
  readonly grids: readonly Grid[];
}

/** A block with more numbers is data. */
const MOST = 400;

export const mentionsIn = perBlock(read);
export const mentions = new BlockFinder(mentionsIn);

function read(block: Block): Mentions | undefined {
  const all: Mention[] = [];
  for (const sentence of countedIn(block)) {
    const { passage, text, amounts } = sentence;
    if (passage.kind === 'table-row' || amounts.length === 0 || amounts.length > MOST) continue;
    const said = new Said(text, sentence);
    for (const amount of amounts) {
      const { start, end } = amount.span;
      const lead = text.slice(Math.max(0, start - 80), start);
      const behind = text.slice(end, end + 100);
      all.push(new Mention(amount, amount.span, amount.loose, said, lead, behind));
    }
  }
  const grids = gridsIn(block);
  for (const grid of grids) addAll(all, cellsOf(grid));
  return (all.length > 0 || grids.length > 0) && all.length <= MOST ? { all, grids } : undefined;
}

function cellsOf({ rows }: Grid): readonly Mention[] {
  return rows.slice(1).flatMap((row) => {
    const label = row[0]!.text;
    const table = isTotal(label) ? 'total' : 'cell';
    return row.slice(1).flatMap(({ number, span }, index): readonly Mention[] => {
      if (!number) return [];
      const head = rows[0]![index + 1]!.text;
      return [new Mention(number, span, false, new Said(`${label} ${head}`), '', '', table, head)];
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
