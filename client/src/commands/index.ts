import { commands, Disposable, Uri, window } from 'vscode';
import { clientCommands } from '../../../server/src/protocol';
import { saveChanged } from '../editor/unsaved';
import {
  ACCEPT_CHANGE,
  ANSWER_COMMENT,
  BRING_REVIEW_BACK,
  CHECK_WORD,
  EXPORT_FINAL,
  HOLD_TOPIC,
  IMPORT_WORD,
  INSERT_TOPIC,
  MAKE_DRAFT,
  MISSING_TOPIC,
  NEXT_PLACEHOLDER,
  NEXT_REVIEW_MARK,
  REJECT_CHANGE,
  REMOVE_RESOLVED,
  REVEAL,
  SET_UP,
} from '../ui/command-ids';
import { messageOf } from '../ui/error-message';
import { notice } from '../ui/notice';
import { acceptAll, acceptChange, rejectAll, rejectChange } from './accept-reject';
import { addSource } from './add-source';
import { bringReviewBack } from './bring-review-back';
import { checkWord } from './check-word';
import { checkWorkspace } from './check-workspace';
import { coverageReport } from './coverage-report';
import { createConfiguration } from './create-configuration';
import { exportAll } from './export-all';
import { exportChanges } from './export-changes';
import { exportFinal, exportWord, exportWordAs } from './export-word';
import { holdTopic } from './hold-topic';
import { importWord } from './import-word';
import { insertEvidence } from './insert-evidence';
import { insertSection } from './insert-section';
import { insertSnippet } from './insert-snippet';
import { insertTopic } from './insert-topic';
import { makeDraft } from './make-draft';
import { missingTopic } from './missing-topic';
import { more } from './more-actions';
import { newDraft } from './new-draft';
import { nextPlaceholder, previousPlaceholder, tabBack, tabOn } from './next-placeholder';
import { offerDraft } from './offer-draft';
import { revealPassage, selectInserted } from './reveal-passage';
import {
  addComment,
  answerComment,
  commentOnSelection,
  deleteComment,
  nextReviewMark,
  previousReviewMark,
  removeResolved,
  reopenComment,
  replyToComment,
  resolveComment,
} from './review';
import { setUp } from './set-up';
import { type Command, type Context, NoDraft, optionsIn, stayHere } from './support';

const COMMANDS: Readonly<Record<string, Command>> = {
  'advocacy.newDraft': newDraft,
  'advocacy.insertSnippet': insertSnippet,
  'advocacy.insertEvidence': insertEvidence,
  'advocacy.insertSection': insertSection,
  [NEXT_PLACEHOLDER]: nextPlaceholder,
  'advocacy.previousPlaceholder': previousPlaceholder,
  'advocacy.tabToNextPlaceholder': tabOn,
  'advocacy.tabToPreviousPlaceholder': tabBack,
  'advocacy.exportWord': exportWord,
  'advocacy.exportWordAs': exportWordAs,
  [EXPORT_FINAL]: exportFinal,
  'advocacy.exportAll': exportAll,
  [BRING_REVIEW_BACK]: bringReviewBack,
  'advocacy.exportChanges': exportChanges,
  [IMPORT_WORD]: importWord,
  [NEXT_REVIEW_MARK]: nextReviewMark,
  'advocacy.previousReviewMark': previousReviewMark,
  [ACCEPT_CHANGE]: acceptChange,
  [REJECT_CHANGE]: rejectChange,
  'advocacy.acceptAllChanges': acceptAll,
  'advocacy.rejectAllChanges': rejectAll,
  'advocacy.replyToComment': replyToComment,
  'advocacy.addComment': addComment,
  'advocacy.commentOnSelection': commentOnSelection,
  [ANSWER_COMMENT]: answerComment,
  [REMOVE_RESOLVED]: removeResolved,
  'advocacy.resolveComment': resolveComment,
  'advocacy.reopenComment': reopenComment,
  'advocacy.deleteComment': deleteComment,
  [CHECK_WORD]: checkWord,
  'advocacy.showCoverage': async () => commands.executeCommand('advocacy.coverage.focus'),
  'advocacy.checkWorkspace': checkWorkspace,
  'advocacy.coverageReport': coverageReport,
  'advocacy.createConfiguration': createConfiguration,
  [SET_UP]: setUp,
  'advocacy.restartServer': ({ server }) => server.restart(),
  'advocacy.showOutput': async ({ output }) => output.show(),
  [MAKE_DRAFT]: makeDraft,
  'advocacy.addSource': addSource,
  [INSERT_TOPIC]: insertTopic,
  [HOLD_TOPIC]: holdTopic,
  [MISSING_TOPIC]: missingTopic,
  [REVEAL]: revealPassage,
  [clientCommands.select]: selectInserted,
  [clientCommands.more]: more,
  [clientCommands.save]: async (_context, [uri]) => {
    if (typeof uri === 'string') await saveChanged(Uri.parse(uri, true));
  },
};

export function registerCommands(context: Context): Disposable {
  return Disposable.from(
    ...Object.entries(COMMANDS).map(([id, command]) =>
      commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          stayHere(args);
          const result = await run(command, context, args);
          // The walkthrough ticks steps that were completed, not those that were cancelled.
          if (result !== undefined) context.steps.note(`${id}.done`);
          return result;
        } catch (error) {
          // A caller that gave options gets the error; a user sees it in a message.
          if (optionsIn(args) !== undefined) throw error;
          context.output.error(`${id}: ${messageOf(error)}`);
          void window.showErrorMessage(...notice(messageOf(error)));
          return undefined;
        }
      }),
    ),
  );
}

/** Runs a command. If it needs a draft and none is active, the user may open or start one. */
async function run(command: Command, context: Context, args: readonly unknown[]): Promise<unknown> {
  try {
    return await command(context, args);
  } catch (error) {
    if (!(error instanceof NoDraft) || optionsIn(args) !== undefined) throw error;
    const draft = await offerDraft(context);
    return draft && command(context, args);
  }
}
