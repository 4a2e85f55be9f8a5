import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import { offsetAt, positionAt } from '../draft';
import type { Change, Draft, Span } from '../draft/types';
import { CONFIGURATION_NAME } from '../project';
import { nameOf } from '../project/paths';
import { clientCommands } from '../protocol';
import { areaUnevidenced } from '../rules/area-unevidenced';
import type { Finding } from '../rules/types';
import type { Client } from './client';
import type { ConfigurationSource, Configurations } from './configurations';
import { overlaps, toWorkspaceEdit } from './convert';
import { declarationsAt } from './declare';
import { SOURCE, toDiagnostic } from './diagnostics';
import type { OpenDocument } from './documents';
import { placeholderAfter, Refusal } from './insert';
import type { Judged } from './judge';
import { likelyChange } from './likely';
import { configurationUri, silenceEverywhere, silenceHere, silenceInDraft } from './silence';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;

/** Every kind that is offered. */
export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL];

/** What a code action needs to find its edit when it is chosen. */
interface Silence {
  readonly silence: string;
  readonly configuration: string;
}

/** The light bulb: fixes of findings, ways to silence them, and the author's own verdict. */
export class CodeActions {
  constructor(
    private readonly configurations: Configurations,
    private readonly client: Client,
    private readonly workspaceFolder: (uri: string) => string | undefined,
  ) {}

  /** The actions for a range of an open document. */
  async actions(judged: Judged, { range, context }: CodeActionParams): Promise<CodeAction[]> {
    const { isDraft, analysis, document } = judged;
    if (!isDraft || !analysis) return [];
    const wanted = (kind: string): boolean =>
      context.only === undefined ||
      context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    const span = {
      start: offsetAt(document.draft, range.start),
      end: offsetAt(document.draft, range.end),
    };
    const actions: CodeAction[] = [];
    const linked = wanted(CodeActionKind.QuickFix)
      ? linkedFindings(analysis, document.draft, span, context.diagnostics, this.client)
      : [];
    for (const { finding, diagnostic } of linked) actions.push(...this.#fixes(judged, finding, diagnostic));
    if (wanted(CodeActionKind.RefactorRewrite)) {
      const likely = likelyChange(judged, span.start);
      if (likely) {
        actions.push({
          title: likely.title,
          kind: CodeActionKind.RefactorRewrite,
          edit: toWorkspaceEdit(document, [likely.change], this.client),
        });
      }
      const all = context.triggerKind !== CodeActionTriggerKind.Automatic;
      for (const { title, change } of declarationsAt(document.draft, analysis.coverage, span.start, all)) {
        actions.push({
          title,
          kind: CodeActionKind.RefactorRewrite,
          edit: toWorkspaceEdit(document, [change], this.client),
        });
      }
    }
    // Last, as the way out when nothing else fits.
    if (linked.length > 0) {
      const configuration = await this.#configuration(judged);
      for (const { finding, diagnostic } of linked)
        actions.push(...this.#silences(judged, configuration, finding, diagnostic));
    }
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
    return unique(actions);
  }

  /**
   * Adds the edit to an action whose edit is of a configuration, as that is now.
   *
   * @throws Refusal where it cannot be edited any more.
   */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const { silence, configuration } = (action.data ?? {}) as Partial<Silence>;
    if (action.edit || typeof silence !== 'string' || typeof configuration !== 'string') return action;
    const source = await this.configurations.read(configuration);
    const edit = silenceEverywhere(configuration, source, silence, this.client);
    if (!edit) {
      const name = nameOf(configuration);
      throw new Refusal(
        `${name} cannot be edited: it has mistakes. Mend them first, or write the rule yourself.`,
      );
    }
    return { ...action, edit };
  }

  #fixes({ document }: Judged, finding: Finding, diagnostic: Diagnostic): CodeAction[] {
    const fixes = finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(fix.preferred && { isPreferred: true }),
      edit: toWorkspaceEdit(document, fix.edits, this.client),
      ...this.#selecting(document, fix.edits),
    }));
    const picking = this.#pickingEvidence(document, finding);
    return picking
      ? [...fixes, { ...picking, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }]
      : fixes;
  }

  /** Which fact proves a case, only its author can say. */
  #pickingEvidence(
    { uri, draft }: OpenDocument,
    { rule, span }: Finding,
  ): Pick<CodeAction, 'title' | 'command'> | undefined {
    if (rule !== areaUnevidenced.id || !this.client.picksEvidence) return undefined;
    const title = 'Insert evidence…';
    const { line, character } = positionAt(draft, span.end);
    return {
      title,
      command: { title, command: clientCommands.insertEvidence, arguments: [uri, line, character] },
    };
  }

  /** What is inserted may be far from the finding: the first thing to fill in is shown and selected. */
  #selecting({ uri, draft }: OpenDocument, changes: readonly Change[]): Pick<CodeAction, 'command'> {
    const range = this.client.selects ? placeholderAfter(draft, changes) : undefined;
    if (!range) return {};
    return { command: { title: 'Select', command: clientCommands.select, arguments: [uri, range] } };
  }

  #silences(
    { document }: Judged,
    configuration: NearestConfiguration | undefined,
    { rule, span }: Finding,
    diagnostic: Diagnostic,
  ): CodeAction[] {
    const { draft } = document;
    const here = silenceHere(draft, span.start, rule);
    const base = { kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    const everywhere = configuration && this.#everywhere(configuration, rule);
    return [
      {
        ...base,
        title: here ? `Silence “${rule}” here` : `Silence “${rule}” in this draft`,
        edit: toWorkspaceEdit(document, [here ?? silenceInDraft(draft, rule)], this.client),
      },
      ...(everywhere
        ? [{ ...base, ...everywhere, title: `Silence “${rule}” in this folder (${CONFIGURATION_NAME})` }]
        : []),
    ];
  }

  #everywhere(
    { uri, source }: NearestConfiguration,
    rule: string,
  ): Pick<CodeAction, 'command' | 'data' | 'edit'> | undefined {
    const edit = silenceEverywhere(uri, source, rule, this.client);
    if (!edit) return undefined;
    // What is read is the file: until that is saved, the findings stay.
    const saving = this.client.saves && {
      command: { title: 'Save', command: clientCommands.save, arguments: [uri] },
    };
    // The configuration may change until the action is chosen.
    if (this.client.resolvesEdits)
      return { ...saving, data: { silence: rule, configuration: uri } satisfies Silence };
    return { ...saving, edit };
  }

  /** The configuration of a draft, or the one to make; undefined where it cannot be read. */
  async #configuration({ document: { uri }, project }: Judged): Promise<NearestConfiguration | undefined> {
    const nearest = configurationUri(uri, project, this.workspaceFolder(uri));
    try {
      return { uri: nearest, source: await this.configurations.read(nearest) };
    } catch {
      return undefined;
    }
  }
}

interface NearestConfiguration {
  readonly uri: string;
  readonly source: ConfigurationSource | undefined;
}

/** The findings that touch a range, each with the client's diagnostic for it, so that the editor can link the two. */
function linkedFindings(
  { findings }: Analysis,
  draft: Draft,
  span: Span,
  diagnostics: readonly Diagnostic[],
  client: Client,
): { finding: Finding; diagnostic: Diagnostic }[] {
  return findings
    .filter((finding) => overlaps(finding.span, span))
    .map((finding) => {
      const own = toDiagnostic(finding, draft, client);
      const theirs = diagnostics.find(
        ({ source, code, message, range: { start, end } }) =>
          source === SOURCE &&
          code === own.code &&
          message === own.message &&
          start.line === own.range.start.line &&
          start.character === own.range.start.character &&
          end.line === own.range.end.line &&
          end.character === own.range.end.character,
      );
      return { finding, diagnostic: theirs ?? own };
    });
}

/** The changes of all fixes that are safe unseen; of two that overlap, the first one. */
export function automaticFixes(findings: readonly Finding[]): readonly Change[] {
  const chosen: Change[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ automatic }) => automatic);
    if (!fix || fix.edits.some((edit) => chosen.some((other) => overlaps(edit.span, other.span)))) continue;
    chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

/** Two findings at one place offer the same thing once. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.kind, action.title, action.edit, action.data]);
    return !seen.has(key) && seen.add(key);
  });
}
