/**
 * What makes and reads Word documents and brings reviews home, which the build leaves in one file of its own: they share
 * most of it. Reading alone is in another, which is small, for imports.
 */

export { likeness } from './align';
export * from './import';
export { embeddedSource, mergeDocument, OtherDraftError } from './merge/merge-document';
export { redlineSince } from './merge/redline';
export * from './word';
export { checkSum } from './word/package/origin';
