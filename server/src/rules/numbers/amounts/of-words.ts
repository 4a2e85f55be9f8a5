/** Words by which a sentence says what its numbers are parts of. */

/** Before the whole at the start of a sentence: “Of ”, “Of the ”, “4.12 Of all our ”. */
export const OF_FIRST =
  /^(?:\d+\.\d+\s+)?Of\s+(?:(?:the|these|those|all|our|its|their)\s+){0,2}(?:total\sof\s)?$/;
/** Before the first part of a whole that is told before. */
export const OF_WHOM = /\bof\s(?:whom|which|them|these|those),?\s(?:only\s|just\s)?$/i;
