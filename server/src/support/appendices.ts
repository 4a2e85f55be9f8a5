/** Documents that a paper brings along as an appendix, or lists among its background papers. */
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Block, type Draft, perBlock, RunMap, runsOf } from '../draft';
import { addAll } from '../util/lists';
import { memoized } from '../util/memoize';

/** The beginning of a heading or label above appendices or background papers. */
export const BEHIND =
  /^\W*(?:append(?:ix|ices)|annex(?:e?s)?|attachments?|enclosures?|background (?:papers|documents))\b/i;
/** “Appendix A: Equality impact assessment” */
const LABELLED = /^\W*(?:appendix|annex|enclosure|attachment)\s[A-Z\d]{1,4}\W{1,4}(.{4,120})/i;
const LIST_LABEL =
  /^\W*(?:appendices|annexes|attachments|enclosures|background (?:papers|documents))\s?:\s?(.{4,400})/i;

const STUDY =
  '(?:assessments?|survey|report|review|evaluation|study|audit|consultation|analysis|screening|business case|feasibility study|register)';
const SAYS =
  '(?:found|finds|shows?|showed|says|said|concludes?|concluded|identifie[sd]|notes?|noted|suggests?|suggested|estimates?|estimated|records?|recorded|sets? out|expects?|indicates?|reports?|reported)';
/** “The equality impact assessment found that …”, “according to our feasibility study” */
const NAMED = new RegExp(
  `\\b(?:the|our|its|this|an?|full)\\s((?:[A-Za-z-]{2,20}\\s){0,4}${STUDY})\\s(?:\\([^()]{1,12}\\)\\s)?(?:also\\s|has\\s|clearly\\s){0,2}${SAYS}\\b|\\baccording to\\s(?:the|our|its|an?)\\s((?:[A-Za-z-]{2,20}\\s){0,4}${STUDY})\\b`,
  'i',
);
const ABBREVIATED = new RegExp(
  `\\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n|full)\\s(?:EqIA|EIA)\\s(?:also\\s|has\\s){0,2}${SAYS}\\b`,
);
const EQUALITY = 'equality impact assessment';

/** The study whose result a sentence reports, in small letters; undefined for none, or one named by a single word. */
export function studyNamed(sentence: string): string | undefined {
  if (ABBREVIATED.test(sentence)) return EQUALITY;
  const found = NAMED.exec(sentence);
  const name = (found?.[1] ?? found?.[2])?.toLowerCase();
  return name?.includes(' ') ? name : undefined;
}

/** Whether a document is attached to a draft, or is one of its background papers. */
export function isAttached(draft: Draft, name: string): boolean {
  const words = name.split(' ');
  // “The full equality impact assessment” is listed without “full”.
  const names = words.slice(0, -1).map((_, from) => words.slice(from).join(' '));
  return attachedTo(draft).some((title) => names.some((one) => title.includes(one)));
}

const attachedTo = memoized((draft: Draft): readonly string[] => {
  const titles: string[] = [];
  let isBehind = false;
  for (const { run } of runsOf(draft)) {
    const here = inRun.of(run, isBehind);
    addAll(titles, here.titles);
    isBehind = here.isBehind;
  }
  return titles;
});

/** The titles in a run, by whether it begins below such a heading; and whether what follows stands below one. */
const inRun = new RunMap((blocks, beginsBehind: boolean) => {
  const titles: string[] = [];
  let isBehind = beginsBehind;
  for (const block of blocks) {
    if (block.node.type === 'heading') isBehind = BEHIND.test(textOf(block.node));
    addAll(titles, labelledIn(block));
    if (isBehind) addAll(titles, itemsIn(block));
  }
  return { titles, isBehind };
});

/** The titles behind the labels of a block. */
const labelledIn = perBlock(({ node }: Block): readonly string[] =>
  linesOf(node).flatMap((line) => {
    const title = (LABELLED.exec(line) ?? LIST_LABEL.exec(line))?.[1];
    return title === undefined ? [] : [plain(title)];
  }),
);

/** The lines or items of a block, which are titles below such a heading. */
const itemsIn = perBlock(({ node }: Block): readonly string[] =>
  node.type === 'heading' ? [] : linesOf(node).map(plain),
);

function linesOf(node: RootContent): readonly string[] {
  if (node.type === 'heading' || node.type === 'paragraph') return [textOf(node)];
  return node.type === 'list' ? node.children.map((item) => textOf(item)) : [];
}

const plain = (title: string): string =>
  title
    .slice(0, 400)
    .toLowerCase()
    .replace(/\b(?:eqia|eia)\b/g, EQUALITY)
    .replace(/\s+/g, ' ');
