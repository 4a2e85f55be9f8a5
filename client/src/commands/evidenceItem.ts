import type { Catalogue } from '../../../server/src/protocol';
import type { Sought } from './matching';

/** A fact as a row of the list, with what it is found by. */
export function evidenceItem({
  id,
  statement,
  source,
  topics,
  keywords,
  trust,
}: Catalogue['evidence'][number]): Sought & { readonly id: string } {
  return {
    id,
    label: statement,
    description: topics.join(', '),
    detail: source,
    text: [statement, `Source: ${source}`, ...(trust === undefined ? [] : [trust])].join('\n\n'),
    ...(keywords === undefined ? {} : { keywords }),
  };
}
