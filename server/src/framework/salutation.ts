const SALUTATION = /^(?:dear\b|annwyl\b|to whom it may concern\b|(?:sirs?|madam|hello)\b[^.]{0,40}$)/i;
const LONGEST_SALUTATION = 120;

/** Whether the first line of a paragraph addresses the reader of a letter: “Dear Ms Smith”. */
export const salutes = (line: string): boolean => SALUTATION.test(line) && line.length < LONGEST_SALUTATION;
