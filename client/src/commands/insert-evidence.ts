import { Position, Uri } from 'vscode';
import { type CoverageResult, coverageRequest } from '../../../server/src/protocol';
import { editorOf } from '../editor/editors';
import { commandNames } from '../ui/command-names';
import { topicsAt, topicsSpokenOf } from '../views/coverage-labels';
import { evidenceGroups } from './evidence-item';
import { insert } from './insert';
import { catalogueOf } from './pick-kind';
import { pickWithPreview } from './pick-with-preview';
import { type Command, documentOf, optionsIn, text } from './support';

/**
 * Inserts a fact of the evidence libraries at the cursor as a sentence of the paragraph, with its source as a footnote.
 * Arguments: `{ id }`, or from a code action a document's URI, a line and a character; without an id, the user chooses.
 * Resolves to the document's URI.
 */
export const insertEvidence: Command = async (context, args) => {
  const place = placeIn(args);
  const document = await documentOf(context, place?.uri);
  const { selection } = await editorOf(document);
  const id = text(optionsIn(args)?.id) ?? (await pickEvidence(place?.position ?? selection.active));
  if (id === undefined) return undefined;
  return insert(context, document, place?.position ?? selection.active, `evidence:${id}`);

  async function pickEvidence({ line }: Position): Promise<string | undefined> {
    const { evidence } = await catalogueOf(context, document.uri);
    const textDocument = { uri: context.server.uri(document.uri) };
    const coverage = await context.server.request<CoverageResult | null>(coverageRequest, { textDocument });
    const here = coverage ? topicsAt(coverage, line + 1) : new Set<string>();
    const titles = [...new Set([...here, ...(coverage ? topicsSpokenOf(coverage) : [])])];
    const placeholder = 'Search by what it says, what it supports or where it comes from.';
    const groups = evidenceGroups(evidence, titles, here.size);
    return pickWithPreview(commandNames['advocacy.insertEvidence'], placeholder, groups, 'as given');
  }
};

function placeIn([uri, line, character]: readonly unknown[]):
  | { readonly uri: Uri; readonly position: Position }
  | undefined {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return undefined;
  return { uri: Uri.parse(uri, true), position: new Position(line, character) };
}
