/** What a review left in a draft: its changes and comments, and how they are settled. */
export { newComment, replyTo, withResolved } from './edits';
export { type MarkedChange, type MarkedThread, type ReviewMarks, reviewMarks } from './marks';
export { type OpenReview, openReviews, whose } from './open';
export { resolved, resolveText, type Which } from './resolve';
