/** Ids of the commands that views, the status bar, code lenses and menus run. */
export const EXPORT_FINAL = 'advocacy.exportFinal';
export const REVEAL = 'advocacy.revealPassage';
export const MISSING_TOPIC = 'advocacy.missingTopic';
export const MAKE_DRAFT = 'advocacy.makeDraft';
export const INSERT_TOPIC = 'advocacy.insertTopic';
export const HOLD_TOPIC = 'advocacy.holdTopic';
export const ACCEPT_CHANGE = 'advocacy.acceptChange';
export const REJECT_CHANGE = 'advocacy.rejectChange';
export const IMPORT_WORD = 'advocacy.importWord';
export const CHECK_WORD = 'advocacy.checkWord';
export const BRING_REVIEW_BACK = 'advocacy.bringReviewBack';
export const SET_UP = 'advocacy.setUp';
export const NEXT_PLACEHOLDER = 'advocacy.nextPlaceholder';
export const NEXT_REVIEW_MARK = 'advocacy.nextReviewMark';
export const ANSWER_COMMENT = 'advocacy.answerComment';
export const REMOVE_RESOLVED = 'advocacy.removeResolvedComments';
