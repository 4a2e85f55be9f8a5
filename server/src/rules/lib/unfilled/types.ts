import type { Span } from '../../../draft/types';

/** Why a place is still to be filled in. */
export type Lack = import('../../../draft/unfilled').Lack | 'cell' | 'label' | 'comment' | 'address' | 'end';

/** A place to fill in; its span counts in the block. */
export interface UnfilledPlace extends Span {
  readonly lack: Lack;
  readonly sure: boolean;
  /** Whether it is a placeholder of a template, so that the words around it say nothing yet. */
  readonly fromTemplate?: boolean;
  /** Whether it counts only if the next blocks are not what it announces. */
  readonly unlessFollowed?: boolean;
  /** Whether it counts only if no list, table or quotation comes next. */
  readonly unlessLeadsOn?: boolean;
  /** What is missing, if the place has no words that could be quoted. */
  readonly name?: string;
}
