import type { Project } from '../project/types';
import type { Input } from './inputs';

/** A draft that was read, with its project. */
export interface OpenedDraft {
  readonly input: Input;
  readonly text: string;
  readonly uri: string;
  readonly project: Project;
  /** Whether the text was converted from a Word document, so that its lines are in no file. */
  readonly isWord: boolean;
}
