import type { Span } from '../../draft/types';

/** Why a place is still to be filled in, for its message. */
export type Lack = import('../../draft/unfilled').Lack | 'cell' | 'label' | 'comment' | 'address' | 'end';

/** A place to fill in, counted from the start of its block. */
export interface UnfilledPlace extends Span {
  readonly lack: Lack;
  readonly sure: boolean;
  /** It came with a template, whose words around it say nothing yet. */
  readonly fromTemplate: boolean;
  /** It is none where something comes behind the block that it announces. */
  readonly unlessFollowed?: boolean;
  /** It is none where a list, a table or a quotation comes next, to which it leads. */
  readonly unlessLeadsOn?: boolean;
  /** What is missing, where nothing stands there that could be quoted. */
  readonly name?: string;
}
