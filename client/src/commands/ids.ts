/** Commands that views, the status bar and menus use, and the palette does not show. */
export const REVEAL = 'advocacy.revealPassage';
export const MISSING_TOPIC = 'advocacy.missingTopic';
export const MAKE_DRAFT = 'advocacy.makeDraft';
export const INSERT_TOPIC = 'advocacy.insertTopic';
export const HOLD_TOPIC = 'advocacy.holdTopic';
