import { commandNames } from '../ui/command-names';
import { inserted } from './insert';
import { pickKind } from './pick-kind';
import { type Command, documentOf, optionsIn, text, uriIn } from './support';

/**
 * Makes a Markdown document a draft, by a `kind` in its front matter.
 * Arguments: its URI (default: the active document), and `{ kind }`. Resolves to its URI.
 */
export const makeDraft: Command = async (context, args) => {
  const document = await documentOf(context, uriIn(args));
  const kind =
    text(optionsIn(args)?.kind) ??
    (await pickKind(context, document.uri, commandNames['advocacy.makeDraft']));
  if (kind === undefined) return undefined;
  // The server makes the edit, so that client and server cannot differ on where the front matter is.
  await inserted(context, document, undefined, `kind:${kind}`);
  return document.uri;
};
