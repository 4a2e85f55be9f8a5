/** Text -> blocks -> passages: reading a Markdown draft, whole or after a change. */

export { blockBeside } from './beside';
export { firstWhere, overlapping } from './binary-search';
export { BlockMap, perBlock, perBlockFor } from './block-map';
export { DIRECTIVES, type Directive, type DirectiveName, directivesOf, isDirective } from './directives';
export { editDraft } from './edit';
export { frontMatterEdits, type Setting } from './front-matter/edits';
export { headingAbove, headings } from './headings';
export { languagesOf } from './language';
export { lineEndOf } from './line-ends';
export { lowerCase } from './lower-case';
export { parseDraft } from './parse';
export { isPlainItem, passagesOf } from './passages';
export { blockAt, blockIndexAt, lastIndex, offsetAt, positionAt } from './positions';
export { allIn, BlockFinder, type FoundIn, type PlacedRun, type Run, RunMap, runsOf } from './runs';
export { sentences } from './sentences';
export { moved, shifted } from './span';
export type * from './types';
export { changeBetween, withChanges } from './with-changes';
export { wordsOf } from './word-counts';
