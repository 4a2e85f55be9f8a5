import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { plainRule } from '../project';
import { clientCommands } from '../protocol';
import { coverageSummary } from '../rules/coverage-summary';
import type { Finding } from '../rules/types';
import type { Client } from './client';
import type { ConfigurationSource } from './configurations';
import { blockIndexAt, toWorkspaceEdit } from './convert';
import type { OpenDocument } from './documents';
import { placeholderAfter } from './insert';
import { silenceEverywhere, silenceHere, silenceInDraft } from './silence';

/** A finding and the client's diagnostic for it. */
export interface Linked {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

export interface NearestConfiguration {
  readonly uri: string;
  readonly source: ConfigurationSource | undefined;
}

/** What a code action needs to find its edit when it is chosen. */
export interface Silence {
  readonly silence: string;
  readonly configuration: string;
}

/** The ways out for an author who disagrees with findings. */
export class WaysOut {
  /** @param configuration undefined where it cannot be read. */
  constructor(
    private readonly document: OpenDocument,
    private readonly configuration: NearestConfiguration | undefined,
    private readonly client: Client,
  ) {}

  /** One line for all findings that stand in the text: what they are about is right, and the author may say why. */
  here(linked: readonly Linked[]): readonly CodeAction[] {
    const { uri, draft } = this.document;
    const rules = new Map<number, Set<string>>();
    const diagnostics: Diagnostic[] = [];
    for (const { finding, diagnostic } of linked) {
      const index = this.#blockOf(finding);
      if (index < 0) continue;
      rules.set(index, (rules.get(index) ?? new Set()).add(finding.rule));
      diagnostics.push(diagnostic);
    }
    if (rules.size === 0) return [];
    const changes = [...rules].map(([index, names]) => silenceHere(draft, index, [...names]));
    const reason = this.client.selects ? placeholderAfter(draft, changes) : undefined;
    return [
      {
        title: 'This is right: say why (not printed)',
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: toWorkspaceEdit(this.document, changes, this.client),
        ...(reason && {
          command: { title: 'Select', command: clientCommands.select, arguments: [uri, reason] },
        }),
      },
    ];
  }

  /** What silences each rule further than here. */
  further(linked: readonly Linked[]): readonly CodeAction[] {
    const rules = [...new Set(linked.map(({ finding }) => finding.rule))];
    return rules.flatMap((rule) => {
      const of = linked.filter(({ finding }) => finding.rule === rule);
      const base = {
        kind: CodeActionKind.QuickFix,
        diagnostics: of.map(({ diagnostic }) => diagnostic),
      };
      // Without a list to put it in, only where nothing can be said at the place itself.
      const inDraft =
        this.client.asksForMore || of.every(({ finding }) => this.#blockOf(finding) < 0)
          ? [
              {
                ...base,
                title: `Ignore in this draft: ${plainRule(rule)}`,
                edit: toWorkspaceEdit(
                  this.document,
                  [silenceInDraft(this.document.draft, rule)],
                  this.client,
                ),
              },
            ]
          : [];
      const everywhere = this.configuration && this.#everywhere(this.configuration, rule);
      return [
        ...inDraft,
        ...(everywhere
          ? [{ ...base, ...everywhere, title: `Ignore in this folder: ${plainRule(rule)}` }]
          : []),
      ];
    });
  }

  /** Position of the block above which a finding can be answered; -1 where there is none, or nothing to answer. */
  #blockOf({ rule, span }: Finding): number {
    // A summary finds fault with nothing.
    return rule === coverageSummary.id ? -1 : blockIndexAt(this.document.draft, span.start);
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
}
