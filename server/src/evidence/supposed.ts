/** Tells what is long ago or only supposed, which proves nothing of today. All texts here are in lower case. */

/** How it once was supports no case of today, unless it is held against today. */
const HISTORY =
  /\b(?:1[5-8]\d\d|19[0-6]\d)\b|\b(?:world\s+war|great\s+war|victorian?|edwardian|(?:eighteenth|nineteenth|18th|19th)[-\s]century|carnegie\s+(?:gave|grant|gift))\b/;

const TODAY = /\b(?:now|today|since|still|compared|this\s+year|last\s+year|20[012]\d)\b/;

/** @param near What stands close to the figure. */
export function isHistory(near: string): boolean {
  return HISTORY.test(near) && !TODAY.test(near);
}

/** What a number is only supposed for: "even if another 1,000 were to close". */
export const HYPOTHETICAL = /\b(?:if|suppose|supposing|imagine)\s(?:(?!one\s+of\b)[\w'’,-]+\s+){0,6}$/;
