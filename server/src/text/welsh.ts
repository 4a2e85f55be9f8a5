/** Frequent function words of Welsh that English lacks (Cronfa Electroneg o Gymraeg, Bangor University, 2001). */
const WELSH =
  /(?<![\p{L}’'-])(?:ac|ar|bod|ddim|dros|ei|ein|eu|fel|fydd|gan|gyda|hefyd|hon|hwn|hyn|i’r|i'r|mae|mae’r|mae'r|mewn|neu|nid|o’r|o'r|oedd|roedd|sy’n|sy'n|sydd|trwy|wedi|wrth|yn|yng|yr|y)(?![\p{L}’'-])/giu;

/** The same of English. */
const ENGLISH =
  /(?<![\p{L}’'-])(?:and|are|at|be|been|by|for|from|has|have|in|is|it|of|on|or|our|than|that|the|their|this|to|was|we|were|which|will|with)(?![\p{L}’'-])/giu;

/** The fewest function words by which a language is told. */
const FEWEST = 12;
/** How many times as many Welsh ones a text has, so that a bilingual one is not in Welsh. */
const TIMES = 4;
/** So many English ones at a text's beginning, and no more Welsh ones, settle it: a long text is not read to its end. */
const ENOUGH = 40;

/** How many words of a part of a text belong to one language alone. */
export interface FunctionWords {
  readonly welsh: number;
  readonly english: number;
}

export function functionWords(part: string): FunctionWords {
  return { welsh: part.match(WELSH)?.length ?? 0, english: part.match(ENGLISH)?.length ?? 0 };
}

/** Whether a text is in Welsh but for names and quotations. */
export function isWelsh(parts: Iterable<FunctionWords>): boolean {
  let welsh = 0;
  let english = 0;
  for (const part of parts) {
    welsh += part.welsh;
    english += part.english;
    if (english >= ENOUGH && english >= welsh) return false;
  }
  return welsh >= FEWEST && welsh >= english * TIMES;
}
