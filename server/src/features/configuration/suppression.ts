import {
  applyEdits,
  type FormattingOptions,
  findNodeAtLocation,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser';
import { type CreateFile, type TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Change, type Directive, type Draft, lineEndOf } from '../../draft';
import { CONFIGURATION_NAME, type Project } from '../../project';
import { folderOf, join } from '../../project/paths';
import { ruleMeant } from '../../rules/lib/settings/aliases';
import type { Client } from '../client/client';
import { addDirective, ownDirectives } from '../workspace/convert';
import type { ConfigurationSource } from './configurations';

/** Placeholder for the author's reason. */
const REASON = '[insert why; this line is not printed]';

/** A rule to be silenced; if words are given, only for them. */
interface Answered {
  readonly rule: string;
  readonly words?: string;
}

/** Silences rules in a block, with room for the author's reason. `index` is its position in the draft's blocks. */
export function suppressHere(draft: Draft, index: number, answered: readonly Answered[]): Change {
  const rules = answered.map(({ rule, words }) => (words === undefined ? rule : `${rule} “${words}”`));
  const above = draft.blocks[index - 1];
  const directive = directiveAbove(draft, index);
  if (!above || !directive) {
    return addDirective(draft, index, `<!-- advocacy-disable-next-line ${rules.join(' ')} -- ${REASON} -->`);
  }
  const last = directive.values.at(-1);
  const at = above.start + (last?.words?.at(-1) ?? last ?? directive.word).span.end;
  return { span: { start: at, end: at }, text: rules.map((rule) => ` ${rule}`).join('') };
}

/** Whether the comment above a block silences a rule only for certain words. */
export function silencesWords(draft: Draft, index: number, rule: string): boolean {
  const values = directiveAbove(draft, index)?.values ?? [];
  return values.some(({ text, words }) => words !== undefined && ruleMeant(text) === rule);
}

/** The comment above a block that silences rules in it. */
function directiveAbove(draft: Draft, index: number): Directive | undefined {
  const above = draft.blocks[index - 1];
  return above && ownDirectives(above.block).find(({ name }) => name === 'disable-next-line');
}

/** Silences a rule in the whole draft, with a comment below the front matter. */
export function suppressInDraft(draft: Draft, rule: string): Change {
  const end = lineEndOf(draft);
  const comment = `<!-- advocacy-disable-file ${rule} -->`;
  const { span } = draft.frontMatter;
  if (!span) return { span: { start: 0, end: 0 }, text: `${comment}${end}${end}` };
  return { span: { start: span.end, end: span.end }, text: `${end}${end}${comment}` };
}

const FORMAT: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** URI of the configuration for a document, or of the one to create in its workspace folder. */
export function configurationUri(uri: string, project: Project, workspaceFolder: string | undefined): string {
  return join(project.folder ?? workspaceFolder ?? folderOf(uri), CONFIGURATION_NAME);
}

/**
 * Silences a rule for every draft of a project, with an entry in its configuration. Comments and layout are kept.
 *
 * @param uri URI of the configuration
 * @param source its current content; undefined if it is to be created
 * @returns undefined if the configuration cannot be edited: it has syntax errors, it or its `rules` is no object, or
 * the client cannot create files
 */
export function suppressEverywhere(
  uri: string,
  source: ConfigurationSource | undefined,
  rule: string,
  client: Pick<Client, 'createsFiles' | 'versionedEdits'>,
): WorkspaceEdit | undefined {
  if (!source) {
    if (!client.createsFiles || !client.versionedEdits) return undefined;
    const text = applyEdits('{}', modify('{}', ['rules', rule], 'off', { formattingOptions: FORMAT }));
    const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
    return {
      documentChanges: [create, edit(uri, null, [TextEdit.insert({ line: 0, character: 0 }, `${text}\n`)])],
    };
  }
  const { text, version } = source;
  if (!takesRules(text)) return undefined;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = modify(text, ['rules', rule], 'off', { formattingOptions: { ...FORMAT, eol } }).map(
    ({ offset, length, content }) =>
      TextEdit.replace(
        { start: document.positionAt(offset), end: document.positionAt(offset + length) },
        content,
      ),
  );
  return client.versionedEdits
    ? { documentChanges: [edit(uri, version, edits)] }
    : { changes: { [uri]: edits } };
}

/** Whether an entry can be added to the rules of a configuration without damage. */
function takesRules(text: string): boolean {
  if (text.trim() === '') return true;
  const root = objectIn(text);
  const rules = root && findNodeAtLocation(root, ['rules']);
  return root !== undefined && (rules === undefined || rules.type === 'object');
}

/** The parsed content of a configuration; undefined if it has syntax errors, or is no object. */
export function objectIn(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && root?.type === 'object' ? root : undefined;
}

function edit(uri: string, version: number | null, edits: TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version }, edits };
}
