import { applyEdits, type FormattingOptions, modify, parseTree } from 'jsonc-parser';
import { type CreateFile, type TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change, Draft } from '../draft/types';
import { decode, type Files } from '../files';
import { CONFIGURATION_NAME } from '../project';
import { folderOf, join } from '../project/paths';
import type { Project } from '../project/types';
import { addDirective, blockIndexAt, lineEndOf, ownDirectives } from './convert';

/** Silences a rule in the block at an offset. Undefined where there is none, as in the front matter. */
export function silenceHere(draft: Draft, offset: number, rule: string): Change | undefined {
  const index = blockIndexAt(draft, offset);
  if (index < 0) return undefined;
  const above = draft.blocks[index - 1];
  const directive = above && ownDirectives(above.block).find(({ name }) => name === 'disable-next-line');
  if (!directive) return addDirective(draft, index, `<!-- advocacy-disable-next-line ${rule} -->`);
  const at = above.start + (directive.values.at(-1) ?? directive.word).span.end;
  return { span: { start: at, end: at }, text: ` ${rule}` };
}

/** Silences a rule in the whole draft: a comment below the front matter. */
export function silenceInDraft(draft: Draft, rule: string): Change {
  const end = lineEndOf(draft);
  const comment = `<!-- advocacy-disable-file ${rule} -->`;
  const { span } = draft.frontMatter;
  if (!span) return { span: { start: 0, end: 0 }, text: `${comment}${end}${end}` };
  return { span: { start: span.end, end: span.end }, text: `${end}${end}${comment}` };
}

const FORMAT: FormattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** URI of the configuration that applies to a document, or of the one to make in its workspace folder. */
export function configurationUri(uri: string, project: Project, workspaceFolder: string | undefined): string {
  return join(project.folder ?? workspaceFolder ?? folderOf(uri), CONFIGURATION_NAME);
}

/**
 * Silences a rule for every draft of a project: an entry in its configuration, whose comments and layout stay.
 *
 * @param uri Of the configuration, which is made where it does not exist.
 * @returns undefined where the configuration cannot be edited: it is no object of JSON, or its file would have to
 * be made and the client cannot do that.
 */
export async function silenceEverywhere(
  files: Files,
  uri: string,
  rule: string,
  client: { readonly createsFiles: boolean; readonly versionedEdits: boolean },
): Promise<WorkspaceEdit | undefined> {
  const bytes = await files.read(uri);
  if (!bytes) {
    if (!client.createsFiles || !client.versionedEdits) return undefined;
    const text = applyEdits('{}', modify('{}', ['rules', rule], 'off', { formattingOptions: FORMAT }));
    const create: CreateFile = { kind: 'create', uri, options: { ignoreIfExists: true } };
    return {
      documentChanges: [create, edit(uri, [TextEdit.insert({ line: 0, character: 0 }, `${text}\n`)])],
    };
  }
  const text = decode(bytes);
  const root = text.trim() === '' ? undefined : parseTree(text);
  if (text.trim() !== '' && root?.type !== 'object') return undefined;
  const document = TextDocument.create(uri, 'jsonc', 0, text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits = modify(text, ['rules', rule], 'off', { formattingOptions: { ...FORMAT, eol } }).map(
    ({ offset, length, content }) =>
      TextEdit.replace(
        { start: document.positionAt(offset), end: document.positionAt(offset + length) },
        content,
      ),
  );
  return client.versionedEdits ? { documentChanges: [edit(uri, edits)] } : { changes: { [uri]: edits } };
}

function edit(uri: string, edits: TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits };
}
