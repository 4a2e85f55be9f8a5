import { window } from 'vscode';
import { insert } from './insert';
import { catalogueOf } from './pickKind';
import { type Command, documentOf, editorOf, optionsIn, text } from './support';

/**
 * Inserts a fact of the evidence libraries, with its source as a footnote, at the cursor.
 * Arguments: `{ id }`; else the user chooses. Resolves to the document's URI.
 */
export const insertEvidence: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const id = text(optionsIn(args)?.id) ?? (await pickEvidence());
  if (id === undefined) return undefined;
  const { selection } = await editorOf(document);
  return insert(context, document, selection.active, `evidence:${id}`);

  async function pickEvidence(): Promise<string | undefined> {
    const { evidence } = await catalogueOf(context, document.uri);
    const items = evidence.map((fact) => ({
      label: fact.statement,
      description: fact.topics.join(', '),
      detail: fact.trust === undefined ? fact.source : `${fact.source}. ${fact.trust}`,
      id: fact.id,
    }));
    const placeHolder = 'Search by what it says, supports, or where it comes from';
    const options = { title: 'Insert evidence', placeHolder, matchOnDescription: true, matchOnDetail: true };
    return (await window.showQuickPick(items, options))?.id;
  }
};
