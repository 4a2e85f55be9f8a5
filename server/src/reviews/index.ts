/** What a review left in a draft: its changes and comments, and how they are settled. */
export { newComment, replyTo, withResolved } from './edits';
export { type MarkedChange, type MarkedThread, reviewMarks } from './marks';
export { byWhom, openReviews } from './open-reviews';
export { resolveEdits as resolved, resolveText } from './resolve';
