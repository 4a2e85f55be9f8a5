import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { type Block, blockIndexAt, type Draft, type Span } from '../../draft';
import { spanOf } from '../../mdast/tree';
import { plainRule } from '../../project';
import { clientCommands } from '../../protocol';
import { coverageSummary } from '../../rules/coverage-summary';
import { nodesOf } from '../../rules/lib/blocks/nodes';
import { tellingWords } from '../../rules/lib/settings/suppressed-words';
import type { Finding } from '../../rules/types';
import { addTo } from '../../util/lists';
import type { Client } from '../client/client';
import type { ConfigurationSource } from '../configuration/configurations';
import {
  silencesWords,
  suppressEverywhere,
  suppressHere,
  suppressInDraft,
} from '../configuration/suppression';
import { placeholderAfter } from '../insert/insert';
import { toWorkspaceEdit } from '../workspace/convert';
import type { OpenDocument } from '../workspace/documents';
import type { LinkedFinding } from './fixes';

export interface NearestConfiguration {
  readonly uri: string;
  readonly source: ConfigurationSource | undefined;
}

/** `data` of a code action, from which `resolve` makes its edit. */
export interface SuppressData {
  readonly silence: string;
  readonly configuration: string;
}

/**
 * The action for an author who disagrees with findings: one for all at the cursor. It suppresses them with a comment
 * that has room for a reason.
 */
export function suppressHereActions(
  linked: readonly LinkedFinding[],
  document: OpenDocument,
  findings: readonly Finding[],
  client: Client,
): CodeAction[] {
  const { uri, draft } = document;
  const answered = new Map<number, Finding[]>();
  const diagnostics: Diagnostic[] = [];
  for (const { finding, diagnostic } of linked) {
    const index = blockOf(finding, draft);
    if (index < 0) continue;
    addTo(answered, index, finding);
    diagnostics.push(diagnostic);
  }
  if (answered.size === 0) return [];
  const changes = [...answered].map(([index, own]) =>
    suppressHere(draft, index, answersIn(draft, index, own, findings)),
  );
  const reason = client.selects ? placeholderAfter(draft, changes) : undefined;
  const select = { title: 'Select', command: clientCommands.select, arguments: [uri, reason] };
  return [
    {
      title: 'This is right: say why (not printed)',
      kind: CodeActionKind.QuickFix,
      diagnostics,
      edit: toWorkspaceEdit(document, changes, client),
      ...(reason && { command: select }),
    },
  ];
}

/** Blocks of several items, rows or paragraphs. */
const OF_PARTS: ReadonlySet<string> = new Set(['list', 'table', 'blockquote']);

/** The texts in them. */
const PARTS: ReadonlySet<string> = new Set(['tableRow', 'paragraph', 'heading']);

const isWhole = (span: Span, block: Span): boolean => span.start <= block.start && span.end >= block.end - 1;

/**
 * What the comment suppresses of each rule in a block: only the words of the findings where the rule has, or had, other
 * findings in the block, and in lists and the like, to which items are added that nobody has judged.
 */
function answersIn(
  draft: Draft,
  index: number,
  own: readonly Finding[],
  findings: readonly Finding[],
): readonly { readonly rule: string; readonly words?: string }[] {
  const answers = [...new Set(own.map(({ rule }) => rule))].flatMap((rule) => {
    const these = own.filter((one) => one.rule === rule);
    const all = findings.filter((one) => one.rule === rule && blockOf(one, draft) === index);
    const { start, block } = draft.blocks[index]!;
    const stretch = { start, end: start + block.text.length };
    const isOnWords =
      all.length > these.length ||
      silencesWords(draft, index, rule) ||
      (OF_PARTS.has(block.node.type) && these.every(({ span }) => !isWhole(span, stretch)));
    if (!isOnWords) return [{ rule }];
    const others = all.filter((one) => !these.includes(one)).map(({ span }) => span.start);
    const words = these.map(({ span }) =>
      tellingWords(draft.source, stretch, span, others, partAt(block, start, span)),
    );
    return words.includes(undefined) ? [{ rule }] : words.map((one) => ({ rule, words: one! }));
  });
  return answers;
}

/**
 * The text of the item, the row or the paragraph of a quotation that a finding stands in.
 *
 * @param start where the block starts in the draft
 * @returns undefined where the block is of no such parts, or the finding spans several of them
 */
function partAt(block: Block, start: number, finding: Span): Span | undefined {
  if (!OF_PARTS.has(block.node.type)) return undefined;
  const parts = nodesOf(block).flatMap((node) => (PARTS.has(node.type) ? [spanOf(node, start)] : []));
  return parts.findLast((part) => part.start <= finding.start && finding.end <= part.end);
}

/**
 * The actions that silence each rule in the draft or in the folder.
 *
 * @param configuration undefined where it cannot be read
 */
export function suppressWiderActions(
  linked: readonly LinkedFinding[],
  document: OpenDocument,
  configuration: NearestConfiguration | undefined,
  client: Client,
): CodeAction[] {
  const { draft } = document;
  const rules = [...new Set(linked.map(({ finding }) => finding.rule))];
  return rules.flatMap((rule) => {
    const of = linked.filter(({ finding }) => finding.rule === rule);
    const diagnostics = of.map(({ diagnostic }) => diagnostic);
    const action = (where: string, what: Pick<CodeAction, 'command' | 'data' | 'edit'>): CodeAction => ({
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...what,
      title: `Ignore in this ${where}: ${plainRule(rule)}`,
    });
    // A client without a list of further actions gets these only where findings cannot be suppressed in place.
    const inDraft = client.asksForMore || of.every(({ finding }) => blockOf(finding, draft) < 0);
    const everywhere = configuration && silenceOf(configuration, rule, client);
    return [
      ...(inDraft
        ? [action('draft', { edit: toWorkspaceEdit(document, [suppressInDraft(draft, rule)], client) })]
        : []),
      ...(everywhere ? [action('folder', everywhere)] : []),
    ];
  });
}

/** The position of the block above which a comment can suppress a finding; -1 where there is none. */
function blockOf({ rule, span }: Finding, draft: Draft): number {
  // The coverage summary is no criticism.
  return rule === coverageSummary.id ? -1 : blockIndexAt(draft, span.start);
}

function silenceOf(
  { uri, source }: NearestConfiguration,
  rule: string,
  client: Client,
): Pick<CodeAction, 'command' | 'data' | 'edit'> | undefined {
  const edit = suppressEverywhere(uri, source, rule, client);
  if (!edit) return undefined;
  // The server reads the file, so findings stay until it is saved.
  const saving = client.saves && {
    command: { title: 'Save', command: clientCommands.save, arguments: [uri] },
  };
  // The configuration may change before the action is chosen.
  if (client.resolvesEdits)
    return { ...saving, data: { silence: rule, configuration: uri } satisfies SuppressData };
  return { ...saving, edit };
}
