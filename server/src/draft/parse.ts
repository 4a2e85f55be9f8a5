import { readBlocks } from './blocks';
import { readFrontMatter } from './front-matter';
import { type FrontMatterExtent, findFrontMatter } from './front-matter/extent';
import { countLabels, type Labels } from './labels';
import { countLineEnds } from './lines';
import { referAgain } from './references';
import { unreadAfter, weightOfAll } from './size-limit';
import { Source } from './source';
import type { Draft, FrontMatter, PlacedBlock } from './types';

/** A draft with what the next edit needs. */
export class ReadDraft implements Draft {
  /**
   * @param labels all labels that the draft defines
   * @param weight of the blocks that are read
   */
  constructor(
    readonly source: Source,
    readonly extent: FrontMatterExtent,
    readonly frontMatter: FrontMatter,
    readonly blocks: readonly PlacedBlock[],
    readonly lineCount: number,
    readonly labels: Labels,
    readonly weight: number,
  ) {}

  get text(): string {
    return this.source.text;
  }

  /** The same draft but for what changed. */
  with(changed: Partial<Omit<ReadDraft, 'text' | 'with'>>): ReadDraft {
    const { source, extent, frontMatter, blocks, lineCount, labels, weight } = { ...this, ...changed };
    return new ReadDraft(source, extent, frontMatter, blocks, lineCount, labels, weight);
  }
}

/**
 * Reads a whole draft.
 *
 * @param text the file as it is, front matter, byte order mark, any line ends and all. Whatever it contains,
 * this returns a draft.
 * @param size of the pieces that an edit copies, in UTF-16 code units; another one than the usual for tests
 */
export function parseDraft(text: string, size?: number): Draft {
  const extent = findFrontMatter(text);
  const line = countLineEnds(text, 0, extent.body);
  // Labels do not affect where blocks begin, so those that the first reading finds are right.
  const guess = likelyLabels(text);
  const read = readBlocks(text, extent.body, line, { labels: guess, spent: 0 });
  const labels = new Map<string, number>();
  countLabels(labels, read);
  const wrong = [...guess.keys(), ...labels.keys()].filter((label) => guess.has(label) !== labels.has(label));
  const blocks =
    referAgain(text, read, labels, wrong) ?? readBlocks(text, extent.body, line, { labels, spent: 0 });
  const weight = weightOfAll(blocks);
  return new ReadDraft(
    Source.of(text, size),
    extent,
    readFrontMatter(text, extent),
    [...blocks, ...unreadAfter(text, blocks, weight)],
    line + 1 + countLineEnds(text, extent.body, text.length),
    labels,
    weight,
  );
}

/** Labels of what looks like a definition at the start of a line: in nearly every draft, these are all labels. */
function likelyLabels(text: string): Labels {
  const labels = new Map<string, number>();
  for (let at = text.indexOf(']:'); at !== -1; at = text.indexOf(']:', at + 2)) {
    const before = text.slice(Math.max(0, at - 200), at);
    const open = before.lastIndexOf('[');
    if (open === -1 || !/(?:^|[\n\r])[ \t>*+-]{0,20}$/.test(before.slice(Math.max(0, open - 20), open)))
      continue;
    const label = before
      .slice(open + 1)
      .trim()
      .replace(/[\t\n\r ]+/g, ' ')
      .toLowerCase()
      .toUpperCase();
    if (label !== '') labels.set(label.startsWith('^') ? label : `=${label}`, 1);
  }
  return labels;
}
