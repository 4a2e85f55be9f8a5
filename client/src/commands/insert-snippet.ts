import { plainText, type Snippet, snippets } from '../../../server/src/snippets';
import { editorOf } from '../editor/editors';
import { commandNames } from '../ui/command-names';
import { insert } from './insert';
import { type PreviewedItem, pickWithPreview } from './pick-with-preview';
import { type Command, documentOf, optionsIn, text } from './support';

/**
 * Inserts a snippet at the cursor.
 * Arguments: `{ id }`; without it, the user chooses from a list with previews. Resolves to the document's URI.
 */
export const insertSnippet: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const id = text(optionsIn(args)?.id) ?? (await pickSnippet());
  if (id === undefined) return undefined;
  const editor = await editorOf(document);
  return insert(context, document, editor.selection.active, id);
};

async function pickSnippet(): Promise<string | undefined> {
  const item = ({ id, name: label, description: detail, body }: Snippet): PreviewedItem => ({
    label,
    detail,
    id,
    text: plainText(body),
  });
  const groups = [
    { title: 'Make the case', items: snippets.filter(({ topic }) => topic !== undefined).map(item) },
    { title: 'Parts of a paper', items: snippets.filter(({ topic }) => topic === undefined).map(item) },
  ];
  return pickWithPreview(
    commandNames['advocacy.insertSnippet'],
    'Search by name or by what it says. Arrow keys show the text.',
    groups,
    'by name',
  );
}
