import { Range, window } from 'vscode';
import { select } from '../editor/editors';
import { commandNames } from '../ui/command-names';
import { insert } from './insert';
import { catalogueOf } from './pick-kind';
import { type Command, documentOf, optionsIn, text } from './support';

/**
 * Inserts a part of the paper (heading and text) where it belongs.
 * Arguments: `{ id }`, the part's id; without it, the user chooses. A part that exists already is shown instead. Resolves
 * to the document's URI.
 */
export const insertSection: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const id = text(optionsIn(args)?.id);
  if (id !== undefined) return insert(context, document, undefined, `section:${id}`);
  const { sections } = await catalogueOf(context, document.uri);
  if (sections.length === 0) throw new Error('This type of paper has no parts of its own.');
  const items = [...sections]
    .sort((a, b) => Number(a.present) - Number(b.present))
    .map((section) => ({
      label: section.title,
      description: section.present
        ? '$(check) is there: go to it'
        : section.required
          ? 'readers look for it'
          : '',
      detail: section.why,
      id: section.id,
      line: section.line,
    }));
  const options = {
    title: commandNames['advocacy.insertSection'],
    placeHolder: 'Choose a part of the paper',
    matchOnDetail: true,
  };
  const picked = await window.showQuickPick(items, options);
  if (picked?.line !== undefined) {
    await select(document, new Range(picked.line, 0, picked.line, 0));
    return document.uri;
  }
  return picked && insert(context, document, undefined, `section:${picked.id}`);
};
