/* From which likeness on, 0 to 1, two texts are states of one draft. */

/** Drafts that have less in common are two. */
export const ALIKE = 0.2;

/** Drafts that have this much in common are one, whatever their titles: two papers of one service reach 0.4. */
export const SURELY_ALIKE = 0.5;
