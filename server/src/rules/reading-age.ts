import {
  type Block,
  type Draft,
  headings,
  languagesOf,
  type Passage,
  RunMap,
  runsOf,
  type Span,
} from '../draft';
import { perBlock } from '../draft/block-map';
import { copy } from '../text/copy';
import { addTo } from '../util/lists';
import { RecentTexts } from '../words/recent-texts';
import { WordMemory } from '../words/word-memory';
import { ownSentences } from './lib/blocks/prose';
import { rule } from './lib/rule';

/** Years; members' papers are about there, and what is above is read by few outside a university. */
const OLDEST = 18;
/** Of fewer words the measure says little. */
const LEAST = 150;

interface Sums {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

interface Read extends Sums {
  /** The hardest passage; of one of a few words, which says little, the age is the number of its words less a thousand. */
  readonly hardest: { readonly age: number; readonly text: string } | undefined;
}

const NOTHING: Read = { words: 0, sentences: 0, syllables: 0, hardest: undefined };

/** Age in years at which school has taught enough to read this: Flesch and Kincaid's grade, and five. */
function ageOf({ words, sentences, syllables }: Sums): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 + 5;
}

function together(reads: readonly Read[]): Read {
  const all: { -readonly [key in keyof Read]: Read[key] } = { ...NOTHING };
  for (const read of reads) {
    all.words += read.words;
    all.sentences += read.sentences;
    all.syllables += read.syllables;
    if (read.hardest && (!all.hardest || read.hardest.age > all.hardest.age)) all.hardest = read.hardest;
  }
  return all;
}

const readOf = perBlock(measure);

function measure(block: Block): Read {
  if (block.node.type === 'heading') return NOTHING;
  const byPassage = new Map<Passage, Read[]>();
  for (const { passage, text } of ownSentences(block)) {
    if (passage.kind === 'table-row') continue;
    const read = measured.get(text, () => measureSentence(text));
    if (read.words > 0) addTo(byPassage, passage, read);
  }
  return together(
    Array.from(byPassage, ([passage, read]) => {
      const sums = together(read);
      const age = sums.words < 20 ? sums.words - 1000 : ageOf(sums);
      return { ...sums, hardest: { age, text: passage.prose.text } };
    }),
  );
}

/** Of the sentences of a paragraph, a key changes one. */
const measured = new RecentTexts<Read>();

function measureSentence(text: string): Read {
  // Names, figures and abbreviations are no harder for being long.
  const words =
    text.match(/(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])[A-Za-zÀ-ÖØ-ፚḀ-ỹ]?[\p{Ll}’']+(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/gu) ?? [];
  return {
    words: words.length,
    sentences: 1,
    syllables: words.reduce((all, word) => all + syllables(word), 0),
    hardest: undefined,
  };
}

const inRuns = new RunMap((blocks) => together(blocks.map(readOf)));

function readIn(draft: Draft): readonly Read[] {
  const languages = languagesOf(draft);
  if (!languages.hasParts) return runsOf(draft).map(({ run }) => inRuns.of(run, undefined));
  return draft.blocks
    .filter(({ start }) => languages.at(start) === undefined)
    .map(({ block }) => readOf(block));
}

export const readingAge = rule('reading-age', {
  inDraft({ draft }) {
    const { hardest, ...all } = together(readIn(draft));
    if (all.words < LEAST) return [];
    const age = ageOf(all);
    if (age <= OLDEST) return [];
    const first: Span = headings(draft)[0]?.span ?? {
      start: draft.blocks[0]!.start,
      end: draft.blocks[0]!.start + draft.blocks[0]!.block.text.length,
    };
    const begins = hardest?.text.split(/\s+/).slice(0, 5).join(' ');
    const from = begins === undefined ? '' : ` Begin where it is hardest: “${begins} …”.`;
    return [
      {
        span: first,
        message: `This reads as for people ${age > 21 ? 'with a degree' : `of ${Math.round(age)}`}, with ${Math.round(all.words / all.sentences)} words in a sentence. Split long sentences and use everyday words.${from}`,
      },
    ];
  },
});

/** Endings whose e is not spoken, or that are one syllable where the letters say two. */
const SILENT = /(?<=[^scgxzlaeiouy])es$|(?<=[^tde])ed$|(?<=[^laeiouy])e$|(?<=[aeiouy]l)es?$/;

/**
 * How many syllables an English word has, as far as its letters tell: right for nine words in ten, and for the sum of
 * a paper closer than that.
 *
 * @param word letters, in any case
 */
export function syllables(word: string): number {
  let count = known.get(word);
  if (count === undefined) {
    count = counted(word);
    known.set(copy(word), count);
  }
  return count;
}

const known = new WordMemory<number>(4000);

function counted(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return letters === '' ? 0 : 1;
  const spoken = letters.replace(SILENT, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
