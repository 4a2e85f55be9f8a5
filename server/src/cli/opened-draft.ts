import type { Project } from '../project/types';
import type { Input } from './inputs';

/** A draft that was read, and what it is held against. */
export interface OpenedDraft {
  readonly input: Input;
  readonly text: string;
  readonly uri: string;
  readonly project: Project;
  /** Whether the text was made of a Word document: its lines are in no file. */
  readonly isWord: boolean;
}
