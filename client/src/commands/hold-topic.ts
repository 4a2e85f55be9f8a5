import type { TopicNode } from '../views/coverage-rows';
import { inserted } from './insert';
import { type Command, documentOf, optionsIn, text } from './support';

/**
 * Holds the paper to a topic: writes it into the `areas` or `offers` of its front matter.
 * Arguments: a row of the Coverage view, or `{ topic: 'digital' }`. Resolves to the document's URI.
 */
export const holdTopic: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const row = args[0] as TopicNode | undefined;
  const id = row?.node === 'topic' ? row.topic.id : text(optionsIn(args)?.topic);
  if (id === undefined) throw new Error('Choose an area or an offer in the Coverage view.');
  await inserted(context, document, undefined, `hold:${id}`);
  return document.uri;
};
