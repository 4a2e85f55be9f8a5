import type { TopicNode } from '../views/coverage-rows';
import { insert } from './insert';
import { type Command, documentOf, optionsIn, text } from './support';

/**
 * Inserts the paragraph that argues a topic, where it belongs.
 * Arguments: a row of the Coverage view, or `{ topic: 'area:digital' }`.
 */
export const insertTopic: Command = async (context, args) => {
  const document = await documentOf(context, undefined);
  const row = args[0] as TopicNode | undefined;
  const what =
    row?.node === 'topic'
      ? // The server counts promises among the offers.
        `${row.group === 'area' ? 'area' : 'offer'}:${row.topic.id}`
      : text(optionsIn(args)?.topic);
  if (what === undefined) throw new Error('Choose an area or an offer in the Coverage view.');
  return insert(context, document, undefined, what);
};
