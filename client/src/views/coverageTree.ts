import {
  Disposable,
  EventEmitter,
  type ProviderResult,
  Range,
  type TextDocument,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { CoverageResult, ReportedPassage, ReportedTopic } from '../../../server/src/protocol';
import { shortened } from '../../../server/src/text/shorten';
import type { ActiveDraft, Shown } from '../activeDraft';
import { MAKE_DRAFT, MISSING_TOPIC, NEXT_REVIEW_MARK, REVEAL } from '../commandIds';
import { nameOf } from '../documents';
import type { ActiveReview } from '../reviews/activeReview';
import { asAccepted, openWords, resolvedWords } from '../reviews/reviewWords';
import type { StepsDone } from '../stepsDone';
import {
  groupsOf,
  languageWords,
  likelyWords,
  passageRow,
  passageWords,
  rowTitle,
  STATE_ICONS,
  sumOf,
  type TopicGroup,
  topicWords,
} from './coverageWords';
import { DroppedDocuments } from './droppedDocuments';

type GroupNode = { readonly node: 'group' } & TopicGroup;
export type TopicNode = {
  readonly node: 'topic';
  readonly group: TopicGroup['id'];
  readonly topic: ReportedTopic;
};
type PassageNode = { readonly node: 'passage'; readonly parent: TopicNode; readonly index: number };
type LikelyNode = {
  readonly node: 'likely';
  readonly likely: NonNullable<CoverageResult['likely']>;
  readonly document: TextDocument;
};
/** What of a review is open, else what is left in the text of comments that are resolved. */
type ReviewNode = {
  readonly node: 'review';
  readonly open: string;
  readonly resolved: string | undefined;
  readonly document: TextDocument;
};
/** In place of all others, for a draft that is not judged. */
type LanguageNode = { readonly node: 'language'; readonly language: string };
type CoverageNode = ReviewNode | LanguageNode | LikelyNode | GroupNode | TopicNode | PassageNode;

const COLOURS = {
  missing: new ThemeColor('list.warningForeground'),
  mentioned: new ThemeColor('list.warningForeground'),
  argued: new ThemeColor('charts.green'),
  evidenced: new ThemeColor('charts.green'),
} as const;
/** Letters of a passage that a row shows. */
const EXCERPT = 80;

/** The Coverage view: what the draft in front of the user argues, and where. */
export class CoverageTree implements TreeDataProvider<CoverageNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<CoverageNode>;
  readonly #listening: Disposable;
  #shown: Shown;
  #wasSeen = false;
  /** What the view said last of the review. */
  #open: string | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    active: ActiveDraft,
    private readonly review: ActiveReview,
    private readonly steps: Pick<StepsDone, 'note'>,
  ) {
    this.#shown = active.shown;
    this.#view = window.createTreeView('advocacy.coverage', {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: new DroppedDocuments<CoverageNode>(),
    });
    this.#listening = Disposable.from(
      active.onDidChange((shown) => this.#show(shown)),
      review.onDidChange(() => this.#noteReview()),
      this.#view.onDidChangeVisibility(() => this.#noteSeen()),
    );
    this.#show(active.shown);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** For the walkthrough: the coverage of a draft was in front of the user. */
  #noteSeen(): void {
    if (this.#wasSeen || !this.#view.visible || this.#shown.kind !== 'draft') return;
    this.#wasSeen = true;
    this.steps.note('advocacy.coverageSeen');
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#noteSeen();
    this.#view.description = shown.kind === 'draft' ? nameOf(shown.document) : '';
    this.#changed.fire(undefined);
  }

  getChildren(parent?: CoverageNode): readonly CoverageNode[] & CoverageNode[] {
    if (this.#shown.kind !== 'draft') return [];
    if (parent === undefined) {
      const { document, coverage } = this.#shown;
      const { likely, language } = coverage;
      const review = this.#reviewOf(document);
      this.#open = wordsOf(review[0]);
      if (language !== undefined) return [...review, { node: 'language', language }];
      const groups = groupsOf(coverage).map((group) => ({ node: 'group', ...group }) as const);
      const first = likely === undefined ? [] : [{ node: 'likely', likely, document } as const];
      return [...review, ...first, ...groups];
    }
    if (parent.node === 'group') {
      return parent.topics.map((topic) => ({ node: 'topic', group: parent.id, topic }));
    }
    if (parent.node === 'topic') {
      return parent.topic.passages.map((_, index) => ({ node: 'passage', parent, index }));
    }
    return [];
  }

  /** Draws the view anew where its row of the review changes alone: a row that is drawn anew loses a click on it. */
  #noteReview(): void {
    const [row] = this.#shown.kind === 'draft' ? this.#reviewOf(this.#shown.document) : [];
    if (wordsOf(row) !== this.#open) this.#changed.fire(undefined);
  }

  #reviewOf(document: TextDocument): readonly ReviewNode[] {
    const { review } = this.review;
    if (review?.document !== document) return [];
    const resolved = resolvedWords(review.marks);
    const open = openWords(review.marks) ?? resolved;
    return open === undefined ? [] : [{ node: 'review', open, resolved, document }];
  }

  getParent(node: CoverageNode): ProviderResult<CoverageNode> {
    if (node.node === 'passage') return node.parent;
    if (node.node === 'topic')
      return this.getChildren().find((group) => group.node === 'group' && group.id === node.group);
    return undefined;
  }

  getTreeItem(node: CoverageNode): TreeItem {
    if (node.node === 'review') return reviewItem(node);
    if (node.node === 'language') return languageItem(node);
    if (node.node === 'likely') return likelyItem(node);
    if (node.node === 'group') return groupItem(node);
    const { document, coverage } = this.#shown.kind === 'draft' ? this.#shown : {};
    if (node.node === 'topic') return topicItem(node, coverage?.argue[node.topic.id]);
    return passageItem(node, document);
  }
}

/** A row of the view. */
function row(
  label: string,
  { spoken, ...rest }: Partial<TreeItem> & { readonly spoken: string },
  state = TreeItemCollapsibleState.None,
): TreeItem {
  return Object.assign(new TreeItem(label, state), { ...rest, accessibilityInformation: { label: spoken } });
}

function wordsOf(row: ReviewNode | undefined): string | undefined {
  return row && `${row.open}, ${row.resolved}`;
}

function reviewItem({ open, resolved, document }: ReviewNode): TreeItem {
  const isDone = open === resolved;
  const settled =
    resolved === undefined ? '' : `\nThe button beside it removes what is resolved: ${resolved}.`;
  return row('Review', {
    id: 'review',
    // What is listed here is open.
    description: open.replace(/ open$/, ''),
    iconPath: new ThemeIcon('comment-discussion'),
    tooltip: `${isDone ? 'Nothing is open.' : `${open[0]!.toUpperCase()}${open.slice(1)}: select to go from one to the next.`}${settled}`,
    spoken: `Review: ${open}`,
    contextValue: resolved === undefined ? 'advocacy.review' : 'advocacy.review.resolved',
    command: { command: NEXT_REVIEW_MARK, title: 'Next Change or Comment', arguments: [document.uri] },
  });
}

function languageItem({ language }: LanguageNode): TreeItem {
  const { label, description, hint } = languageWords(language);
  const contextValue = 'advocacy.language';
  const iconPath = new ThemeIcon('globe');
  return row(label, { id: 'language', description, iconPath, tooltip: hint, spoken: hint, contextValue });
}

function likelyItem({ likely, document }: LikelyNode): TreeItem {
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

function groupItem({ id, title, topics }: GroupNode): TreeItem {
  const description = sumOf(topics);
  const about = { id, description, spoken: `${title}: ${description}`, contextValue: 'advocacy.group' };
  return row(title, about, TreeItemCollapsibleState.Expanded);
}

function topicItem(node: TopicNode, argue: string | undefined): TreeItem {
  const { group, topic } = node;
  const { passages, state, asked } = topic;
  const tooltip = topicWords(topic, argue);
  const about = {
    id: `${group}:${topic.id}`,
    description: state,
    iconPath: new ThemeIcon(STATE_ICONS[state], asked ? COLOURS[state] : undefined),
    tooltip,
    spoken: tooltip,
    contextValue: `advocacy.topic.${state}${asked ? '' : '.unasked'}`,
  };
  if (passages.length > 0) return row(rowTitle(topic), about, TreeItemCollapsibleState.Collapsed);
  // There is nothing below it to unfold.
  const command = { command: MISSING_TOPIC, title: 'What to Do About It', arguments: [node, argue] };
  return row(rowTitle(topic), { ...about, command });
}

function passageItem({ parent, index }: PassageNode, document: TextDocument | undefined): TreeItem {
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

/** The passage's first words as its reader sees them, near enough for a row. */
function excerpt(passage: ReportedPassage, document: TextDocument | undefined): string {
  // The text may be newer than the coverage.
  if (document === undefined || passage.line > document.lineCount) return '';
  const words = asAccepted(document.lineAt(passage.line - 1).text)
    .replace(/^[\s>#*+|-]+|^\s*\d+[.)]\s+/g, '')
    .replace(/[*_`]|\[\^[^\]]*\]|\]\([^)]*\)|[[\]]/g, '')
    .trim();
  return shortened(words, EXCERPT);
}
