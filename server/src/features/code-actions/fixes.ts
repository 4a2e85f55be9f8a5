/** What the light bulb offers to mend the findings at a place. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { Analysis } from '../../analysis';
import { type Change, type Draft, positionAt, type Span } from '../../draft';
import { SEVERITIES } from '../../project/severity';
import { clientCommands } from '../../protocol';
import { areaUnevidenced } from '../../rules/area-unevidenced';
import { claimTooStrong } from '../../rules/claim-too-strong';
import { placeholderUnfilled } from '../../rules/placeholder-unfilled';
import { sentenceAt, sentenceLong } from '../../rules/sentence-long';
import type { Finding } from '../../rules/types';
import type { Client } from '../client/client';
import { diagnosticAt, SOURCE } from '../diagnostics/diagnostics';
import { placeholderAfter } from '../insert/insert';
import { FOR_A_FACT } from '../insert/placement';
import { isSameRange, overlaps, toRange, toWorkspaceEdit } from '../workspace/convert';
import type { OpenDocument } from '../workspace/documents';

/** Letters of a placeholder that the light bulb shows. */
const MOST_WORDS = 40;

/** A finding and the client's diagnostic for it. */
export interface LinkedFinding {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/**
 * The findings that touch a range, the most serious first, each with the client's diagnostic for it, so that the editor
 * can link the two.
 */
export function linkedFindings(
  { findings }: Analysis,
  draft: Draft,
  span: Span,
  diagnostics: readonly Diagnostic[],
  client: Client,
): readonly LinkedFinding[] {
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return findings
    .filter((finding) => overlaps(finding.span, span))
    .sort((a, b) => rank(a) - rank(b))
    .map((finding) => {
      const own = diagnosticAt(toRange(draft, finding.span), finding, client);
      const theirs = diagnostics.find(
        ({ source, code, message, range }) =>
          source === SOURCE && code === own.code && message === own.message && isSameRange(range, own.range),
      );
      return { finding, diagnostic: theirs ?? own };
    });
}

/**
 * The fixes of findings, in their order. Editors put what is preferred before all else, so that only the most serious
 * findings that have a fix may prefer one: the fix of a warning stands before that of a hint on the same words.
 *
 * @param linked the most serious first
 */
export function fixesOf(
  linked: readonly LinkedFinding[],
  document: OpenDocument,
  client: Client,
): readonly CodeAction[] {
  const fixes = linked.map(({ finding, diagnostic }) => ({
    severity: finding.severity,
    actions: fixesOfOne(document, finding, diagnostic, client),
  }));
  const first = fixes.find(({ actions }) => actions.length > 0)?.severity;
  return fixes.flatMap(({ severity, actions }) =>
    severity === first ? actions : actions.map(({ isPreferred, ...action }) => action),
  );
}

function fixesOfOne(
  document: OpenDocument,
  finding: Finding,
  diagnostic: Diagnostic,
  client: Client,
): readonly CodeAction[] {
  const fixes = finding.fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(fix.preferred && { isPreferred: true }),
    edit: toWorkspaceEdit(document, fix.edits, client),
    ...selecting(document, fix.edits, client),
  }));
  const more = [
    fillingIn(document, finding, client),
    writingAnew(document, finding, client),
    pickingEvidence(document, finding, client),
  ].flatMap((one) => (one ? [{ ...one, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }] : []));
  return finding.rule === placeholderUnfilled.id ? [...more, ...fixes] : [...fixes, ...more];
}

type Step = Pick<CodeAction, 'title' | 'command' | 'isPreferred'> | undefined;

/** What is to stand there, only its author knows: it is selected, so that the next key replaces it. */
function fillingIn({ uri, draft }: OpenDocument, { rule, span }: Finding, client: Client): Step {
  if (rule !== placeholderUnfilled.id || !client.selects || span.end <= span.start) return undefined;
  const words = draft.source.slice(span.start, span.end).replace(/\s+/g, ' ');
  // A note to a colleague is no gap.
  const title = `${/^(?:\(|<!--)/.test(words) ? 'Write over' : 'Fill in'} “${words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words}”`;
  const command = { title, command: clientCommands.select, arguments: [uri, toRange(draft, span)] };
  return { title, command, isPreferred: true };
}

/** Where a long sentence cannot be split, or a claim is not to be made: typing takes the place of the sentence. */
function writingAnew({ uri, draft }: OpenDocument, { rule, span, fixes }: Finding, client: Client): Step {
  const isAsked = rule === sentenceLong.id || rule === claimTooStrong.id;
  if (!isAsked || fixes.length > 0 || !client.selects) return undefined;
  const whole = sentenceAt(draft, span.start);
  if (whole === undefined) return undefined;
  const title = 'Select the whole sentence, to write it anew';
  return {
    title,
    command: { title, command: clientCommands.select, arguments: [uri, toRange(draft, whole)] },
  };
}

/** Which fact proves a case, only its author can say. */
function pickingEvidence({ uri, draft }: OpenDocument, { rule, span }: Finding, client: Client): Step {
  const place =
    rule === placeholderUnfilled.id ? FOR_A_FACT.exec(draft.source.slice(span.start, span.end)) : undefined;
  const at = rule === areaUnevidenced.id ? span.end : place && span.start + place.index;
  if (typeof at !== 'number' || !client.picksEvidence) return undefined;
  const title = 'Insert evidence…';
  const { line, character } = positionAt(draft, at);
  return {
    title,
    command: { title, command: clientCommands.insertEvidence, arguments: [uri, line, character] },
  };
}

/** What is inserted may be far from the finding: the first thing to fill in is shown and selected. */
function selecting(
  { uri, draft }: OpenDocument,
  changes: readonly Change[],
  client: Client,
): Pick<CodeAction, 'command'> {
  const range = client.selects ? placeholderAfter(draft, changes) : undefined;
  if (!range) return {};
  return { command: { title: 'Select', command: clientCommands.select, arguments: [uri, range] } };
}
