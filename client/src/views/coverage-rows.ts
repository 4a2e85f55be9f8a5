/** The rows of the Coverage view and their tree items. */
import { Range, type TextDocument, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CoverageResult, ReportedPassage, ReportedTopic } from '../../../server/src/protocol';
import { shortened } from '../../../server/src/text/shorten';
import { asAccepted } from '../reviews/review-labels';
import { MAKE_DRAFT, MISSING_TOPIC, NEXT_REVIEW_MARK, REVEAL } from '../ui/command-ids';
import {
  languageWords,
  likelyWords,
  passageRow,
  passageWords,
  rowTitle,
  STATE_ICONS,
  sumOf,
  type TopicGroup,
  topicIcon,
  topicRow,
  topicWords,
} from './coverage-labels';
import { figureCount, type WithoutSource, withoutSource, withoutSourceWords } from './without-source';

export type GroupNode = { readonly node: 'group' } & TopicGroup;
export type TopicNode = {
  readonly node: 'topic';
  readonly group: TopicGroup['id'];
  readonly topic: ReportedTopic;
};
export type PassageNode = { readonly node: 'passage'; readonly parent: TopicNode; readonly index: number };
export type LikelyNode = {
  readonly node: 'likely';
  readonly likely: NonNullable<CoverageResult['likely']>;
  readonly document: TextDocument;
};
/** The open changes and comments of a review, or else its resolved comments. */
export type ReviewNode = {
  readonly node: 'review';
  readonly open: string;
  readonly resolved: string | undefined;
  readonly document: TextDocument;
};
/** The figures of the draft without a source. Most are hints, which no other view lists. */
export type SourcesNode = {
  readonly node: 'sources';
  readonly all: readonly WithoutSource[];
  readonly document: TextDocument;
};
export type SourceNode = { readonly node: 'source'; readonly of: SourcesNode; readonly index: number };
/** The only row of a draft in another language, which is not judged. */
export type LanguageNode = { readonly node: 'language'; readonly language: string };
export type CoverageNode =
  | ReviewNode
  | SourcesNode
  | SourceNode
  | LanguageNode
  | LikelyNode
  | GroupNode
  | TopicNode
  | PassageNode;

const COLOURS = {
  missing: new ThemeColor('list.warningForeground'),
  mentioned: new ThemeColor('list.warningForeground'),
  argued: new ThemeColor('charts.green'),
  evidenced: new ThemeColor('charts.green'),
} as const;
/** How much of a passage a row shows, in characters. */
const EXCERPT = 80;

/** A row of the view. */
function row(
  label: string,
  { spoken, ...rest }: Partial<TreeItem> & { readonly spoken: string },
  state = TreeItemCollapsibleState.None,
): TreeItem {
  return Object.assign(new TreeItem(label, state), { ...rest, accessibilityInformation: { label: spoken } });
}

export function wordsOf(row: ReviewNode | undefined): string | undefined {
  return row && `${row.open}, ${row.resolved}`;
}

export function reviewItem({ open, resolved, document }: ReviewNode): TreeItem {
  const isDone = open === resolved;
  const settled =
    resolved === undefined ? '' : `\nThe button beside it removes what is resolved: ${resolved}.`;
  return row('Review', {
    id: 'review',
    // The title says that they are open.
    description: open.replace(/ open$/, ''),
    iconPath: new ThemeIcon('comment-discussion'),
    tooltip: `${isDone ? 'Nothing is open.' : `${open[0]!.toUpperCase()}${open.slice(1)}: select to go from one to the next.`}${settled}`,
    spoken: `Review: ${open}`,
    contextValue: resolved === undefined ? 'advocacy.review' : 'advocacy.review.resolved',
    command: { command: NEXT_REVIEW_MARK, title: 'Next Change or Comment', arguments: [document.uri] },
  });
}

export function sourcesIn(document: TextDocument): readonly SourcesNode[] {
  const all = withoutSource(document.uri);
  return all.length === 0 ? [] : [{ node: 'sources', all, document }];
}

/** A text that differs if the list of figures does. */
export function listedIn([sources]: readonly SourcesNode[]): string {
  return (
    sources?.all.map(({ words, more, range }) => `${range.start.line}: ${words} ${more}`).join('\n') ?? ''
  );
}

export function sourcesItem({ all }: SourcesNode): TreeItem {
  const about = {
    id: 'sources',
    description: String(figureCount(all)),
    iconPath: new ThemeIcon('question'),
    tooltip: `${withoutSourceWords(all)} that a reader could look up.`,
    spoken: withoutSourceWords(all),
    contextValue: 'advocacy.sources',
  };
  return row('Figures without a source', about, TreeItemCollapsibleState.Collapsed);
}

export function sourceItem({ of: { all, document }, index }: SourceNode): TreeItem {
  const { words, more, range, message, isSure } = all[index]!;
  const figures = more === 0 ? words : `${words}, and ${more} more`;
  const line = `Line ${range.start.line + 1}`;
  return row(line, {
    id: `sources:${index}`,
    description: figures,
    iconPath: new ThemeIcon(isSure ? 'warning' : 'circle-small', isSure ? COLOURS.missing : undefined),
    tooltip: message,
    spoken: `${line}: ${figures}`,
    contextValue: 'advocacy.source',
    command: { command: REVEAL, title: 'Go to Figure', arguments: [document.uri, range] },
  });
}

export function languageItem({ language }: LanguageNode): TreeItem {
  const { label, description, hint } = languageWords(language);
  const contextValue = 'advocacy.language';
  const iconPath = new ThemeIcon('globe');
  return row(label, { id: 'language', description, iconPath, tooltip: hint, spoken: hint, contextValue });
}

export function likelyItem({ likely, document }: LikelyNode): TreeItem {
  const { label, hint } = likelyWords(likely);
  return row(label, {
    id: 'likely',
    description: 'say so',
    iconPath: new ThemeIcon('lightbulb'),
    tooltip: hint,
    spoken: `${label}, select to say so`,
    contextValue: 'advocacy.likely',
    command: { command: MAKE_DRAFT, title: 'Say So', arguments: [document.uri, { kind: likely.kind }] },
  });
}

export function groupItem({ id, title, topics }: GroupNode): TreeItem {
  const description = sumOf(topics);
  const about = { id, description, spoken: `${title}: ${description}`, contextValue: 'advocacy.group' };
  return row(title, about, TreeItemCollapsibleState.Expanded);
}

export function topicItem(node: TopicNode, argue: string | undefined): TreeItem {
  const { group, topic } = node;
  const { passages, state, asked } = topic;
  const tooltip = topicWords(topic, argue);
  const about = {
    id: `${group}:${topic.id}`,
    description: topicRow(topic),
    iconPath: new ThemeIcon(topicIcon(topic), asked ? COLOURS[state] : undefined),
    tooltip,
    spoken: tooltip,
    contextValue: `advocacy.topic.${state}${asked ? '' : '.unasked'}`,
  };
  if (passages.length > 0) return row(rowTitle(topic), about, TreeItemCollapsibleState.Collapsed);
  // It has no children, so it offers what to do.
  const command = { command: MISSING_TOPIC, title: 'What to Do About It', arguments: [node, argue] };
  return row(rowTitle(topic), { ...about, command });
}

export function passageItem({ parent, index }: PassageNode, document: TextDocument | undefined): TreeItem {
  const passage = parent.topic.passages[index]!;
  const { line, endLine, state } = passage;
  const words = excerpt(passage, document);
  const range = new Range(line - 1, 0, endLine - 1, Number.MAX_SAFE_INTEGER);
  return row(`Line ${line}`, {
    id: `${parent.group}:${parent.topic.id}:${index}`,
    description: passageRow(passage, words),
    iconPath: new ThemeIcon(STATE_ICONS[state], parent.topic.asked ? COLOURS[state] : undefined),
    tooltip: passageWords(passage, parent.topic),
    spoken: `Line ${line}, ${state}: ${words}`,
    contextValue: 'advocacy.passage',
    ...(document && {
      command: { command: REVEAL, title: 'Go to Passage', arguments: [document.uri, range] },
    }),
  });
}

/** The first words of a passage, roughly as a reader sees them. */
function excerpt(passage: ReportedPassage, document: TextDocument | undefined): string {
  // The text may be newer than the coverage.
  if (document === undefined || passage.line > document.lineCount) return '';
  const words = asAccepted(document.lineAt(passage.line - 1).text)
    .replace(/^[\s>#*+|-]+|^\s*\d+[.)]\s+/g, '')
    .replace(/[*_`]|\[\^[^\]]*\]|\]\([^)]*\)|[[\]]/g, '')
    .trim();
  return shortened(words, EXCERPT);
}
