import { Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { nameOf } from '../editor/documents';
import type { ActiveReview, Review } from '../reviews/active-review';
import { openWords } from '../reviews/review-labels';
import type { ActiveDraft, Shown } from '../server/active-draft';
import { MAKE_DRAFT, NEXT_REVIEW_MARK } from '../ui/command-ids';
import { hoverLines, nameWords, shortSum } from './coverage-labels';

interface Face {
  readonly text: string;
  /** The label for screen readers, also shown on hover unless there is a `hover`. */
  readonly says: string;
  readonly hover?: string;
  readonly command: string | { command: string; title: string; arguments: unknown[] };
}

/**
 * The items in the status bar: for a draft, its coverage and the places to fill in; for other Markdown, that it is not a
 * draft; for both, the open changes and comments of a review.
 */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #toFill: StatusBarItem;
  readonly #review: StatusBarItem;
  readonly #listening: Disposable;

  constructor(active: ActiveDraft, review: ActiveReview) {
    this.#item = window.createStatusBarItem('advocacy.status', StatusBarAlignment.Left, 10);
    this.#item.name = 'Library Advocacy';
    this.#toFill = window.createStatusBarItem('advocacy.toFill', StatusBarAlignment.Left, 9);
    this.#toFill.name = 'Library Advocacy: to fill in';
    this.#toFill.command = 'advocacy.nextPlaceholder';
    this.#review = window.createStatusBarItem('advocacy.openReview', StatusBarAlignment.Left, 8);
    this.#review.name = 'Library Advocacy: open changes and comments';
    this.#listening = Disposable.from(
      active.onDidChange((shown) => this.#show(shown)),
      review.onDidChange((one) => this.#showReview(one)),
    );
    this.#show(active.shown);
    this.#showReview(review.review);
  }

  dispose(): void {
    this.#listening.dispose();
    this.#item.dispose();
    this.#toFill.dispose();
    this.#review.dispose();
  }

  #show(shown: Shown): void {
    this.#showToFill(shown.kind === 'draft' ? shown.coverage.toFill : 0);
    const face = faceOf(shown);
    if (face === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = face.text;
    this.#item.tooltip = face.hover ?? face.says;
    this.#item.command = face.command;
    this.#item.accessibilityInformation = { label: face.says, role: 'button' };
    this.#item.show();
  }

  /** Shows what a review left open. A click goes to the next change or comment. */
  #showReview(review: Review | undefined): void {
    const open = review && openWords(review.marks);
    if (review === undefined || open === undefined) {
      this.#review.hide();
      return;
    }
    const words = `${open[0]!.toUpperCase()}${open.slice(1)}`;
    this.#review.text = `$(comment-discussion) ${words}`;
    const says = `${words}. Select to go to the next one.`;
    this.#review.tooltip = says;
    this.#review.command = { command: NEXT_REVIEW_MARK, title: '', arguments: [review.document.uri] };
    this.#review.accessibilityInformation = { label: says, role: 'button' };
    this.#review.show();
  }

  /** Shows how many places are to be filled in. A click goes to the next one. */
  #showToFill(count: number): void {
    if (count === 0) {
      this.#toFill.hide();
      return;
    }
    this.#toFill.text = `$(edit) ${count} to fill in`;
    const says = `${count} ${count === 1 ? 'place is' : 'places are'} still to be filled in. Select to go to the next one.`;
    this.#toFill.tooltip = says;
    this.#toFill.accessibilityInformation = { label: says, role: 'button' };
    this.#toFill.show();
  }
}

function faceOf(shown: Shown): Face | undefined {
  switch (shown.kind) {
    case 'none':
      return undefined;
    case 'reading':
      return {
        text: '$(library) …',
        says: 'Library Advocacy is reading the draft',
        command: 'advocacy.showCoverage',
      };
    case 'stopped':
      return {
        text: '$(library) Stopped',
        says: 'The Library Advocacy server has stopped. Select to start it again.',
        command: 'advocacy.restartServer',
      };
    case 'off':
      return {
        text: '$(library) Checks off',
        says: 'Library Advocacy checks nothing, because the setting advocacy.check is "off". Select to see it.',
        command: { command: 'workbench.action.openSettings', title: '', arguments: ['advocacy.check'] },
      };
    case 'notDraft':
      return {
        text: '$(library) Not a draft',
        says: `${nameOf(shown.document)} is not a draft, so Library Advocacy leaves it alone. Select to make it one.`,
        command: MAKE_DRAFT,
      };
    case 'draft': {
      const sum = shortSum(shown.coverage);
      return {
        text: `$(library) ${sum}`,
        says: `Library Advocacy, ${nameOf(shown.document)}: ${sum}. Select to see the coverage.`,
        // Plain text, as the titles may be from anybody's framework.
        hover: [nameWords(nameOf(shown.document), shown.coverage), ...hoverLines(shown.coverage)].join('\n'),
        command: 'advocacy.showCoverage',
      };
    }
  }
}
