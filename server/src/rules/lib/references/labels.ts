/** The labels of a block: those that it gives to what it shows (“Table 2: Savings”), and those that it refers to. */
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Block, type Passage, passagesOf, perBlock, type Span } from '../../../draft';
import { BEHIND } from '../../../support/appendices';
import { nodesOf } from '../blocks/nodes';

/** An item is an appendix where only these are listed. */
export type Family =
  | 'item'
  | 'appendix'
  | 'table'
  | 'figure'
  | 'option'
  | 'recommendation'
  | 'section'
  | 'paragraph';

export interface Label {
  readonly family: Family;
  /** In capitals: “B”, “3”, “4.2”. */
  readonly label: string;
}

export interface Reference extends Label {
  /** Counts in the block. */
  readonly span: Span;
  /** As it is written: “Appendix B”. */
  readonly words: string;
}

/** A heading, and which part of a paper it begins. */
export interface PartHeading {
  readonly part: 'appendices' | 'recommendations' | undefined;
  readonly depth: number;
}

export interface Labels {
  readonly given: readonly Label[];
  readonly references: readonly Reference[];
  /** Letters and numbers in it, each of which may be an appendix where it stands among them. */
  readonly listed: readonly string[];
  /** Appendices of which it says that they are elsewhere. */
  readonly elsewhere: readonly string[];
  /** Of which it names some of another document: “Recommendation 4 of the review”. */
  readonly others: readonly Family[];
  /** The numbers of its items, where it is a numbered list. */
  readonly numbers: readonly string[];
  readonly heading?: PartHeading;
  /** Whether it is a table whose rows are numbered. */
  readonly hasRows: boolean;
}

const KIND =
  '(?:(append(?:ix|ices)|annex(?:es|e)?)|(tables?)|(figures?|charts?)|(options?)|(recommendations?)|(sections?)|(para(?:graph)?s?))';
const FAMILIES: readonly Family[] = [
  'appendix',
  'table',
  'figure',
  'option',
  'recommendation',
  'section',
  'paragraph',
];
const LABEL = "([A-Z]\\d?|\\d{1,2}(?:\\.\\d{1,2}){0,2}[A-Za-z]?)(?![\\p{L}\\d]|[.,:/]\\d|[’'](?!s\\b))";
const ANY = new RegExp(
  `(?<![\\p{L}\\d-])${KIND}\\s${LABEL}(?:(?:,\\s|\\s(?:and|or|to|&)\\s|\\s?[-–]\\s?)${LABEL})?`,
  'giu',
);
/** A label at the start of a paragraph, an item or a cell, which is the title of what stands there. */
const TITLE = new RegExp(
  `(?:^|[|\\r\\n]|[.;]\\s)[^\\p{L}\\d|]{0,6}(?:\\d{1,2}(?:\\.\\d{1,2})?[.)]?\\s)?${KIND}\\s${LABEL}(?!\\s\\p{Ll})`,
  'giu',
);
const NUMBERED = /^\W{0,4}(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+\S/;
/** The label at the start of an item where only appendices are listed: “B. Map”, “B – Map”. */
const ITEM = /^\W{0,4}([A-Z]|\d{1,2})(?:[.):]|\s[–-])\s/;
const TOKEN = /(?<![\p{L}\d])(?:[A-Z]|\d{1,2})(?![\p{L}\d])/gu;
/** Behind a label: it is of another document, or of a law. */
const OF_OTHER =
  /^(?:\(\d|\s(?:duty|duties|agreements?|contributions?|permits?|notices?|limit|grounds?|inquiry|to\s(?:the|its|their|our|that)\s(?!report\b|paper\b)|(?:of|in|from)\s(?!this\b|the\s(?:report|paper)\b)))/i;
/** A title, a date or another label stands before it: “Condition Survey, January 2025, Table 4”. */
const CITED = /(?:[,;]\s(?:in\s)?|[’'"”*_]s?\s)$/;
/** Words of a passage that say where what it refers to is. */
const ELSEWHERE =
  /\b(?:attach\w*|enc(?:los\w*|s)?|separate\w*|circulat\w+|exempt|confidential|restricted|publish\w*|website|online|to\sfollow|follows|available|on\srequest|intranet|accompan\w+|draft(?:ed)?)\b/i;
/** Words of laws and of other documents with sections and paragraphs. */
const LAW =
  /\b(?:Acts?|Orders?|Regulations?|Code|Guidance|Policy|Charter|Schedule|Framework|NPPF|Notice|Rules|leases?|contracts?|constitution|byelaws?|statut\w+|legal(?:ly)?|law|duty|duties|licen[cs]e|agreement|survey|inspect\w+|statement)\b/;

/** Sections of laws on libraries, councils and planning, which are often named alone. */
const OF_LAWS = /^(?:[1237]|10|19|55|80|101|106|114|137|149|151|188)$/;
const OWN = /^\s(?:above|below|overleaf|of\s(?:this|the)\s(?:report|paper))\b/i;

const NONE: Labels = {
  given: [],
  references: [],
  listed: [],
  elsewhere: [],
  others: [],
  numbers: [],
  hasRows: false,
};
const MAY_HAVE =
  /append|annex|\b(?:tables?|figures?|charts?|options?|recommendations?|sections?|para(?:graph)?s?)\s[A-Z\d]|\d/i;

export const labelsOf = perBlock((block: Block): Labels | undefined => {
  const { node, text } = block;
  if (node.type === 'heading') return ofHeading(textOf(node), node.depth);
  if (!MAY_HAVE.test(text)) return undefined;
  const passages = passagesOf(block).filter(({ inFootnote }) => !inFootnote);
  return {
    given: passages.flatMap(({ prose }) => [
      ...titlesIn(prose.text),
      ...numberedIn(prose.text),
      ...itemIn(prose.text),
    ]),
    references: passages.flatMap(referencesIn),
    listed: passages.flatMap(({ prose }) => tokensIn(prose.text)),
    elsewhere: passages.flatMap(({ prose }) =>
      BEHIND.test(prose.text) || ELSEWHERE.test(prose.text) ? tokensIn(prose.text) : [],
    ),
    others: passages.flatMap(({ prose }) => othersIn(prose.text)),
    numbers: numbersOf(node),
    hasRows: nodesOf(block).some((one) => one.type === 'table' && /^\d/.test(textOf(one.children[1] ?? one))),
  };
});

const RECOMMENDATIONS = /^\W{0,4}(?:\d[\d.]*\s+)?(?:the\s+)?recommendations?\b/i;

function ofHeading(text: string, depth: number): Labels {
  const number = NUMBERED.exec(text)?.[1];
  const given: Label[] = [...titlesIn(text)];
  if (number !== undefined)
    given.push({ family: 'section', label: number }, { family: 'paragraph', label: number });
  const part = BEHIND.test(text) ? 'appendices' : RECOMMENDATIONS.test(text) ? 'recommendations' : undefined;
  return { heading: { part, depth }, ...NONE, given, listed: tokensIn(text) };
}

function numbersOf(node: Nodes): readonly string[] {
  return node.type === 'list' && node.ordered
    ? node.children.map((_, at) => String((node.start ?? 1) + at))
    : [];
}

function titlesIn(text: string): readonly Label[] {
  return [...text.matchAll(TITLE)].flatMap((match) => labelled(familyOf(match), match[8]!));
}

/** “Option a” is no label, but “an option, a …” */
function labelled(family: Family, label: string): readonly Label[] {
  return /^[a-z]/.test(label) ? [] : [{ family, label: label.toUpperCase() }];
}

function numberedIn(text: string): readonly Label[] {
  const number = NUMBERED.exec(text)?.[1];
  return number === undefined ? [] : [{ family: 'paragraph', label: number }];
}

function itemIn(text: string): readonly Label[] {
  const label = ITEM.exec(text)?.[1];
  return label === undefined ? [] : [{ family: 'item', label }];
}

const tokensIn = (text: string): readonly string[] => text.slice(0, 1000).match(TOKEN) ?? [];

function familyOf(match: RegExpExecArray): Family {
  return FAMILIES[match.slice(1, 8).findIndex((one) => one !== undefined)]!;
}

/** Not sections and paragraphs, as those of laws have other numbers. */
function othersIn(text: string): readonly Family[] {
  return [...text.matchAll(ANY)].flatMap((match) => {
    const family = familyOf(match);
    const isMeant = family === 'recommendation' || family === 'table' || family === 'figure';
    return isMeant && OF_OTHER.test(text.slice(match.index + match[0].length)) ? [family] : [];
  });
}

function referencesIn({ kind, prose, links }: Passage): readonly Reference[] {
  if (kind === 'quotation') return [];
  const { text } = prose;
  const isElsewhere = ELSEWHERE.test(text);
  const isLaw = LAW.test(text);
  return [...text.matchAll(ANY)].flatMap((match): readonly Reference[] => {
    const { 0: words, 8: first, 9: last, index } = match;
    const end = index + words.length;
    const family = familyOf(match);
    const isNumbered = family === 'section' || family === 'paragraph';
    if (
      OF_OTHER.test(text.slice(end)) ||
      CITED.test(text.slice(Math.max(0, index - 20), index)) ||
      (isNumbered ? isLaw || (OF_LAWS.test(first!) && !OWN.test(text.slice(end))) : isElsewhere) ||
      links.some((link) => link.prose.start <= index && end <= link.prose.end)
    )
      return [];
    const span = prose.toSource(index, end);
    return [first!, ...(last === undefined ? [] : [last])]
      .flatMap((label) => labelled(family, label))
      .map((label) => ({ ...label, span, words }));
  });
}
