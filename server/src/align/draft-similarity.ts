/* From which likeness on, 0 to 1, two texts are states of one draft. */

/** Drafts that are less similar are different ones. */
export const ALIKE = 0.2;

/** Drafts this similar are versions of one, whatever their titles: two papers of one service reach 0.4. */
export const SURELY_ALIKE = 0.5;
