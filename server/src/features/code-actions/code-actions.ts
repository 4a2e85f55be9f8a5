import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Position,
} from 'vscode-languageserver';
import type { Analysis } from '../../analysis';
import { type Change, offsetAt } from '../../draft';
import { nameOf } from '../../project/paths';
import { clientCommands } from '../../protocol';
import type { Finding } from '../../rules/types';
import { addAll } from '../../util/lists';
import type { Client } from '../client/client';
import { legibleAction, unique } from '../client/legible-actions';
import { Refusal } from '../client/refusal';
import { OFFERED, offered } from '../commands/user-commands';
import type { Configurations } from '../configuration/configurations';
import { configurationUri, suppressEverywhere } from '../configuration/suppression';
import { likelyChange } from '../coverage/likely-kind';
import { SOURCE } from '../diagnostics/diagnostics';
import { reviewActions } from '../reviews/reviews';
import type { AnalysedDocument } from '../workspace/analyses';
import { overlaps, toWorkspaceEdit } from '../workspace/convert';
import { fixesOf, type LinkedFinding, linkedFindings } from './fixes';
import { declarationsAt } from './overrule';
import {
  type NearestConfiguration,
  type SuppressData,
  suppressHereActions,
  suppressWiderActions,
} from './suppression-actions';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** The kinds of all code actions. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL, OFFERED];

/**
 * Code actions: the fixes of findings, and besides them at most three lines: the likeliest way to overrule the verdict,
 * the way to silence findings, and one that lists the rest.
 */
export class CodeActions {
  constructor(
    private readonly configurations: Configurations,
    private readonly client: Client,
    private readonly workspaceFolder: (uri: string) => string | undefined,
  ) {}

  /** The code actions for a range of an open document. */
  async actions(judged: AnalysedDocument, params: CodeActionParams): Promise<CodeAction[]> {
    return (await this.#all(judged, params)).map(legibleAction);
  }

  async #all(judged: AnalysedDocument, { range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { isDraft, analysis, document } = judged;
    const wanted = (kind: string): boolean =>
      context.only === undefined ||
      context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    const span = {
      start: offsetAt(document.draft, range.start),
      end: offsetAt(document.draft, range.end),
    };
    const review = reviewActions(document, span, this.client);
    const reviewing = [...review.here, ...review.further].filter(({ kind }) => wanted(kind!));
    if (!isDraft || !analysis) return reviewing;
    const linked = wanted(CodeActionKind.QuickFix)
      ? linkedFindings(analysis, document.draft, span, context.diagnostics, this.client)
      : [];
    const actions = [...fixesOf(linked, document, this.client)];
    addAll(
      actions,
      reviewing.filter((one) => review.here.includes(one)),
    );
    const rest = reviewing.filter((one) => review.further.includes(one));
    if (wanted(CodeActionKind.RefactorRewrite)) {
      const all = context.triggerKind !== CodeActionTriggerKind.Automatic;
      const { verdicts, unsaid } = this.#verdicts(judged, analysis, span.start, all);
      const [first, ...others] = verdicts;
      if (first) actions.push(first);
      // A client that asks for this kind alone wants them all.
      const only = context.only !== undefined && !wanted(CodeActionKind.QuickFix);
      addAll(only && !this.client.asksForMore ? actions : rest, others);
      // A passage without words on them argues at most one of them, so they share one line.
      if (this.client.asksForMore && unsaid.length > 1) {
        const title = 'This argues something that it was not taken for…';
        const command = { title, command: clientCommands.more, arguments: [unsaid] };
        rest.push({ title, kind: CodeActionKind.RefactorRewrite, command });
      } else addAll(only ? actions : rest, unsaid);
    }
    // Last, for when nothing else fits.
    if (linked.length > 0) {
      addAll(actions, suppressHereActions(linked, document, analysis.findings, this.client));
      addAll(rest, suppressWiderActions(linked, document, await this.#configuration(judged), this.client));
    }
    addAll(actions, this.#more(rest, linked));
    if (wanted(FIX_ALL)) {
      const changes = automaticFixes(analysis.findings);
      if (changes.length > 0) {
        actions.push({
          title: 'Fix what can be fixed without questions (Library Advocacy)',
          kind: FIX_ALL,
          edit: toWorkspaceEdit(document, changes, this.client),
        });
      }
    }
    // Editors show a light bulb for automatic requests, and nobody wants one on every line.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    if (!this.client.ownCommands && isAsked && wanted(OFFERED))
      addAll(actions, this.#offered(judged, range.start));
    return unique(actions);
  }

  /** Actions for which VS Code has commands. */
  #offered(judged: AnalysedDocument, position: Position): CodeAction[] {
    return offered(judged, this.client).map(({ title, command, what }) => ({
      title,
      kind: OFFERED,
      command: {
        title,
        command,
        arguments: [judged.document.uri, position, ...(what === undefined ? [] : [what])],
      },
    }));
  }

  /**
   * Adds the edit to an action on a configuration, given its current text.
   *
   * @throws Refusal where it can no longer be edited
   */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const { silence, configuration } = (action.data ?? {}) as Partial<SuppressData>;
    if (action.edit || typeof silence !== 'string' || typeof configuration !== 'string') return action;
    const source = await this.configurations.read(configuration);
    const edit = suppressEverywhere(configuration, source, silence, this.client);
    if (!edit) {
      const name = nameOf(configuration);
      throw new Refusal(
        `${name} cannot be edited: it has mistakes. Mend them first, or write the rule yourself.`,
      );
    }
    return { ...action, edit };
  }

  /** Ways to overrule the verdict on a passage, or at the title on the draft; the likeliest first. */
  #verdicts(
    { document, ...judged }: AnalysedDocument,
    { coverage }: Analysis,
    at: number,
    all: boolean,
  ): { readonly verdicts: readonly CodeAction[]; readonly unsaid: readonly CodeAction[] } {
    const likely = likelyChange({ document, ...judged }, at);
    const declared = declarationsAt(document.draft, coverage, at, all);
    const action = ({ title, change }: { readonly title: string; readonly change: Change }): CodeAction => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: toWorkspaceEdit(document, [change], this.client),
    });
    return {
      verdicts: [...(likely ? [likely] : []), ...declared.filter((one) => !one.unsaid)].map(action),
      unsaid: declared.filter((one) => one.unsaid).map(action),
    };
  }

  /**
   * Actions that are seldom wanted, behind one line that lists them. A client that cannot list them gets only the ways
   * to silence a rule.
   */
  #more(rest: readonly CodeAction[], linked: readonly LinkedFinding[]): readonly CodeAction[] {
    if (!this.client.asksForMore) return rest.filter(({ kind }) => kind === CodeActionKind.QuickFix);
    if (rest.length < 2) return rest;
    const title = 'More…';
    const command = { title, command: clientCommands.more, arguments: [rest] };
    if (linked.length === 0) return [{ title, kind: CodeActionKind.RefactorRewrite, command }];
    const diagnostics = linked.map(({ diagnostic }) => diagnostic);
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
  }

  /** The configuration of a draft, or the one to create; undefined where it cannot be read. */
  async #configuration({
    document: { uri },
    project,
  }: AnalysedDocument): Promise<NearestConfiguration | undefined> {
    const nearest = configurationUri(uri, project, this.workspaceFolder(uri));
    try {
      return { uri: nearest, source: await this.configurations.read(nearest) };
    } catch {
      return undefined;
    }
  }
}

/** The edits of all fixes that are safe without review; of two that overlap, the first. */
export function automaticFixes(findings: readonly Finding[]): readonly Change[] {
  const chosen: Change[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ automatic }) => automatic);
    if (!fix || fix.edits.some((edit) => chosen.some((other) => overlaps(edit.span, other.span)))) continue;
    addAll(chosen, fix.edits);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}
