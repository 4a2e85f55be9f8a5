import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PublishDiagnosticsParams,
  type Range,
  ResponseError,
} from 'vscode-languageserver';
import type { Draft } from '../../draft/types';
import { SEVERITIES, type Severity } from '../../project/severity';
import { pageOf } from '../../rules/lib/pages';
import type { Finding } from '../../rules/types';
import { legible } from '../../text/plain-output';
import type { Client } from '../client/client';
import { type AnalysedDocument, type Analyses, isSameBasis } from '../workspace/analyses';
import { isSameRange, toRange } from '../workspace/convert';
import type { Clock, Debouncer } from './debouncer';

export const SOURCE = 'advocacy';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Converts a finding to an LSP diagnostic. */
export function toDiagnostic(
  finding: Finding,
  { uri, draft }: { readonly uri: string; readonly draft: Draft },
  client: Pick<Client, 'showsRulePages' | 'showsOtherPlaces'>,
): Diagnostic {
  const { span, other } = finding;
  return {
    ...diagnosticAt(toRange(draft, span), finding, client),
    ...(other &&
      client.showsOtherPlaces && {
        relatedInformation: [
          { location: { uri, range: toRange(draft, other.span) }, message: legible(other.message) },
        ],
      }),
  };
}

/** The diagnostic for a message of a rule at a range. */
export function diagnosticAt(
  range: Range,
  { rule, severity, message }: Pick<Finding, 'rule' | 'severity' | 'message'>,
  { showsRulePages }: Pick<Client, 'showsRulePages'>,
): Diagnostic {
  return {
    range,
    severity: SEVERITY[severity],
    source: SOURCE,
    code: rule,
    ...(showsRulePages && { codeDescription: { href: pageOf(rule) } }),
    message: legible(message),
  };
}

/** The diagnostics of a document: none unless it is a draft. */
function diagnosticsOf(
  { isDraft, analysis, document }: AnalysedDocument,
  client: Pick<Client, 'showsRulePages' | 'showsOtherPlaces'>,
): Diagnostic[] {
  if (!isDraft || !analysis) return [];
  const { findings } = analysis;
  const shown = mostSerious(findings);
  const diagnostics = shown.map((finding) => toDiagnostic(finding, document, client));
  if (shown.length < findings.length) {
    const start = { line: 0, character: 0 };
    diagnostics.unshift({
      range: { start, end: start },
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: `This draft has ${findings.length} findings, of which the ${shown.length} most serious are shown. The others appear as these are dealt with.`,
    });
  }
  return diagnostics;
}

/** The most diagnostics of a document: more help nobody, and slow an editor down at each key. */
const MOST = 1000;

/** The `MOST` most serious findings, in the order of the text; of equally serious ones, the first. */
function mostSerious(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST) return findings;
  const chosen = new Set<Finding>();
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      if (finding.severity === severity && chosen.size < MOST) chosen.add(finding);
    }
  }
  return findings.filter((finding) => chosen.has(finding));
}

/** Whether the diagnostics that are shown stay as they are until the document is saved. */
function waitsForSave({ isDraft, settings, document }: AnalysedDocument): boolean {
  return isDraft && settings.checkOn === 'save' && document.edited;
}

type Send = (params: PublishDiagnosticsParams) => void;

/**
 * Publishes diagnostics (`textDocument/publishDiagnostics`) to clients that do not pull them. Never publishes an older
 * version after a newer one.
 */
export class PushedDiagnostics {
  /** What the last published diagnostics of each document were computed from. */
  readonly #sent = new Map<string, AnalysedDocument>();

  constructor(
    private readonly analyses: Analyses,
    private readonly client: Client,
    private readonly send: Send,
  ) {}

  /**
   * Publishes the diagnostics of a document's current version. Synchronous where its project and settings are loaded.
   */
  async publish(uri: string): Promise<void> {
    const judged = this.analyses.peek(uri) ?? (await this.analyses.get(uri));
    if (judged) this.#publish(judged);
  }

  /** Clears the diagnostics of a closed document. */
  clear(uri: string): void {
    const last = this.#sent.get(uri);
    if (!last) return;
    this.#sent.delete(uri);
    this.send({ uri, version: last.document.version, diagnostics: [] });
  }

  #publish(judged: AnalysedDocument): void {
    const { document } = judged;
    const before = this.#sent.get(document.uri);
    if (before) {
      if (waitsForSave(judged) || document.version < before.document.version) return;
      if (isSameBasis(before, judged) && before.document === document) return;
    }
    this.#sent.set(document.uri, judged);
    const { uri, version } = document;
    this.send({ uri, version, diagnostics: diagnosticsOf(judged, this.client) });
  }
}

/** Answers `textDocument/diagnostic` requests. */
export class PulledDiagnostics {
  /** The last report of each document, by URI. */
  readonly #reports = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  #ids = 0;
  #turns: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly analyses: Analyses,
    private readonly client: Client,
    private readonly debouncer: Debouncer,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers a request: at once after a rest, otherwise at the end of a burst of changes.
   *
   * @param previous result id of the client's last report; where the diagnostics are the same, the answer is
   *   `unchanged`
   * @throws ResponseError RequestCancelled where the request was cancelled meanwhile
   */
  async report(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await Promise.race([this.debouncer.settled(uri), cancelled(token)]);
    const current = async () => (token.isCancellationRequested ? undefined : await this.analyses.get(uri));
    let judged = await current();
    if (judged && !this.analyses.isComputed(judged)) {
      await this.#turn();
      judged = await current();
    }
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The document changed meanwhile.');
    }
    const before = this.#reports.get(uri);
    const known = before !== undefined && before.id === previous;
    if (!judged) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    if (known && waitsForSave(judged))
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
    const items = diagnosticsOf(judged, this.client);
    if (known && sameDiagnostics(items, before.items)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
    }
    const id = String(++this.#ids);
    this.#reports.set(uri, { id, items });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  forget(uri: string): void {
    this.#reports.delete(uri);
  }

  /**
   * Waits for a turn of the event loop. After a change of settings a client asks for all open documents at once: this
   * judges them one at a time, and lets other messages in between.
   */
  #turn(): Promise<unknown> {
    this.#turns = this.#turns.then(() => new Promise<void>((resolve) => this.clock.soon(resolve)));
    return this.#turns;
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}

/** Whether two lists of diagnostics look the same to the user. */
function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const { range, severity, code, message } = b[i]!;
      return (
        one.message === message &&
        one.code === code &&
        one.severity === severity &&
        isSameRange(one.range, range)
      );
    })
  );
}
