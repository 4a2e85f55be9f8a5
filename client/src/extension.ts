import { type ExtensionContext, type Uri, window, workspace } from 'vscode';
import { type CoverageResult, coverageRequest } from '../../server/src/protocol';
import type { Api } from './api';
import { registerCommands } from './commands';
import { registerRulePages } from './editor/rule-pages';
import { triggerSuggestWhereItHelps } from './editor/trigger-suggest';
import { FillingIn } from './filling-in/filling-in';
import { PlacesToFill } from './filling-in/places-to-fill';
import { extendMarkdownIt } from './preview';
import { ActiveReview } from './reviews/active-review';
import { ChangeMarks } from './reviews/change-marks';
import { CommentThreads } from './reviews/comment-threads';
import { ActiveDraft } from './server/active-draft';
import { type CreateClient, Server } from './server/server';
import { CoverageTree } from './views/coverage-tree';
import { StatusBar } from './views/status-bar';
import { WalkthroughSteps } from './views/walkthrough-steps';
import { Targets } from './word/last-targets';
import { MergedReviews } from './word/merged-reviews';
import { OfferOnOpen } from './word/offer-on-open';
import { exportOnSave } from './word/on-save';
import { OverwritableDocuments } from './word/overwritable-documents';
import { pasteFromWord } from './word/paste';
import { Reviews } from './word/review';
import { Undoing } from './word/undoing';

interface Machine {
  /** The longest silence of a server in ms, for tests; undefined for the usual limits. */
  silence(): number | undefined;
  /** The user's own folder; undefined in a browser, which has none. */
  readonly home: Uri | undefined;
}

/** Starts the extension. The entry points differ only in how the server runs, and in what the machine has. */
export function start(
  { subscriptions, extensionUri, globalState, globalStorageUri, workspaceState }: ExtensionContext,
  createClient: CreateClient,
  { silence, home }: Machine = { silence: () => undefined, home: undefined },
): Api {
  const output = window.createOutputChannel('Library Advocacy', { log: true });
  const server = new Server(createClient, output, extensionUri, silence);
  const active = new ActiveDraft(server);
  const review = new ActiveReview(server, active);
  const steps = new WalkthroughSteps(globalState);
  const threads = new CommentThreads(review);
  const places = new PlacesToFill(server, active);
  const filling = new FillingIn(places, active);
  const targets = new Targets(workspaceState);
  const mergedReviews = new MergedReviews(workspaceState);
  const overwritable = new OverwritableDocuments(workspaceState);
  const undoing = new Undoing();
  const context = {
    server,
    active,
    output,
    targets,
    reviews: new Reviews(),
    review,
    steps,
    threads,
    places,
    filling,
    overwritable,
    mergedReviews,
    undoing,
    extension: extensionUri,
    storage: globalStorageUri,
    home,
    memory: workspaceState,
  };
  subscriptions.push(
    registerRulePages(extensionUri),
    output,
    server,
    active,
    review,
    places,
    filling,
    steps,
    threads,
    new ChangeMarks(review),
    new CoverageTree(active, review, steps),
    new StatusBar(active, review),
    targets,
    mergedReviews,
    overwritable,
    undoing,
    registerCommands(context),
    exportOnSave(context),
    pasteFromWord(context),
    new OfferOnOpen(context),
    triggerSuggestWhereItHelps(),
  );
  // Not awaited, as VS Code need not wait, and commands wait for the server themselves.
  void server.restart();
  return {
    extendMarkdownIt,
    async coverage(uri) {
      const document = await workspace.openTextDocument(uri);
      const textDocument = { uri: server.uri(document.uri) };
      const coverage = await server.request<CoverageResult | null>(coverageRequest, { textDocument });
      if (coverage === null) throw new Error(`${uri.path} is no Markdown.`);
      return coverage;
    },
  };
}
