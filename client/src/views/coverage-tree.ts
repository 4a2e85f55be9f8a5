import {
  Disposable,
  EventEmitter,
  languages,
  type ProviderResult,
  type TextDocument,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import { nameOf } from '../editor/documents';
import type { ActiveReview } from '../reviews/active-review';
import { openWords, resolvedWords } from '../reviews/review-labels';
import type { ActiveDraft, Shown } from '../server/active-draft';
import { groupsOf, nameWords } from './coverage-labels';
import {
  type CoverageNode,
  groupItem,
  languageItem,
  likelyItem,
  listedIn,
  passageItem,
  type ReviewNode,
  reviewItem,
  sourceItem,
  sourcesIn,
  sourcesItem,
  topicItem,
  wordsOf,
} from './coverage-rows';
import { DroppedDocuments } from './dropped-documents';
import type { WalkthroughSteps } from './walkthrough-steps';

/** The Coverage view: what the active draft argues, and where. */
export class CoverageTree implements TreeDataProvider<CoverageNode>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<CoverageNode>;
  readonly #listening: Disposable;
  #shown: Shown;
  #wasSeen = false;
  /** The text on the review that was last shown. */
  #open: string | undefined;
  /** The figures without a source that were last shown, from `listedIn`. */
  #listed = '';

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    active: ActiveDraft,
    private readonly review: ActiveReview,
    private readonly steps: Pick<WalkthroughSteps, 'note'>,
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
      languages.onDidChangeDiagnostics(({ uris }) => this.#noteSources(uris)),
      this.#view.onDidChangeVisibility(() => this.#noteSeen()),
    );
    this.#show(active.shown);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  /** Tells the walkthrough that the user has seen the coverage of a draft. */
  #noteSeen(): void {
    if (this.#wasSeen || !this.#view.visible || this.#shown.kind !== 'draft') return;
    this.#wasSeen = true;
    this.steps.note('advocacy.coverageSeen');
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#noteSeen();
    // Above the rows: the only view of its container has no room for it in its title.
    this.#view.message = shown.kind === 'draft' ? nameWords(nameOf(shown.document), shown.coverage) : '';
    this.#changed.fire(undefined);
  }

  getChildren(parent?: CoverageNode): readonly CoverageNode[] & CoverageNode[] {
    if (this.#shown.kind !== 'draft') return [];
    if (parent === undefined) {
      const { document, coverage } = this.#shown;
      const { likely, language } = coverage;
      const review = this.#reviewOf(document);
      this.#open = wordsOf(review[0]);
      const sources = sourcesIn(document);
      this.#listed = listedIn(sources);
      if (language !== undefined) return [...review, ...sources, { node: 'language', language }];
      const groups = groupsOf(coverage).map((group) => ({ node: 'group', ...group }) as const);
      const first = likely === undefined ? [] : [{ node: 'likely', likely, document } as const];
      return [...review, ...first, ...sources, ...groups];
    }
    if (parent.node === 'sources')
      return parent.all.map((_, index) => ({ node: 'source', of: parent, index }));
    if (parent.node === 'group') {
      return parent.topics.map((topic) => ({ node: 'topic', group: parent.id, topic }));
    }
    if (parent.node === 'topic') {
      return parent.topic.passages.map((_, index) => ({ node: 'passage', parent, index }));
    }
    return [];
  }

  /** Refreshes the view only if its row of the review changes, as a row that is redrawn loses a click on it. */
  #noteReview(): void {
    const [row] = this.#shown.kind === 'draft' ? this.#reviewOf(this.#shown.document) : [];
    if (wordsOf(row) !== this.#open) this.#changed.fire(undefined);
  }

  /** The same for the figures without a source, which arrive a little later than the coverage. */
  #noteSources(uris: readonly Uri[]): void {
    if (this.#shown.kind !== 'draft') return;
    const { document } = this.#shown;
    if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
    if (listedIn(sourcesIn(document)) !== this.#listed) this.#changed.fire(undefined);
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
    if (node.node === 'source') return node.of;
    if (node.node === 'topic')
      return this.getChildren().find((group) => group.node === 'group' && group.id === node.group);
    return undefined;
  }

  getTreeItem(node: CoverageNode): TreeItem {
    if (node.node === 'review') return reviewItem(node);
    if (node.node === 'sources') return sourcesItem(node);
    if (node.node === 'source') return sourceItem(node);
    if (node.node === 'language') return languageItem(node);
    if (node.node === 'likely') return likelyItem(node);
    if (node.node === 'group') return groupItem(node);
    const { document, coverage } = this.#shown.kind === 'draft' ? this.#shown : {};
    if (node.node === 'topic') return topicItem(node, coverage?.argue[node.topic.id]);
    return passageItem(node, document);
  }
}
