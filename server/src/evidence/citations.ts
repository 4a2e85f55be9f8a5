/** How people cite: in brackets, behind “Source:”. Patterns for `mentionsIn`. */
import { isCitation, MONTH_OR_DAY } from './brackets';
import type { SourcePattern } from './types';

export const CITATIONS: readonly SourcePattern[] = [
  {
    words: 'source',
    kind: 'citation',
    pattern: /\b[Tt]he\s+(?:data\s+|original\s+)?sources?\s+(?:is|are|was|were)\b/g,
  },
  {
    // "Smith (2019) found", "(Appendix A)", "source for the figures below: CIPFA", "– CIPFA, 2019".
    words: '( – — source',
    kind: 'citation',
    pattern:
      /\b[A-Z][\w'’-]+(?:\s+(?:and|&)\s+[A-Z][\w'’-]+)?\s+\((?:19|20)\d\d[a-z]?\)|\b[Ss]ources?\s+(?:for|of)\s+(?:the|these|all)\s+[^.:;]{3,40}:\s*\S|[–—]\s+[A-Z][\w&]+(?:\s+[A-Z][\w&]+){0,4},\s+(?:19|20)\d\d\W*$/g,
    accept: (match, text) =>
      !MONTH_OR_DAY.test(match[0]) &&
      !/\b(?:films?|novels?|books?|albums?|series|play|musical|including|like)\s+(?:\w+\s+)?$/i.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      ),
  },
  {
    words: 'source data',
    kind: 'citation',
    pattern: /\bsources?\s*:\s*\S|(?:^|[.;(]\s*)data\s*:\s*\S/gi,
  },
  {
    // "(ONS, 2023)", "(CIPFA 2022/23)", "(see Ofcom, Adults' Media Use, 2024)", "(loans records, January 2026)".
    words: '(',
    kind: 'citation',
    pattern: /\(([^()]{2,160})\)/g,
    accept: (match) => isCitation(match[1]!),
  },
  {
    words: '[ (',
    // "[ONS, 2024]"; "38% of adults (ONS)", but not "the Office for National Statistics (ONS)".
    kind: 'citation',
    pattern:
      /\[[A-Z][^[\]]{1,80}\b(?:19|20)\d\d\](?!\()|(?<=(?:^|\s)(?:[a-z][\w’'-]*|[\d.,/–-]+%?)\s)\((?:ONS|CIPFA|Ofcom|DCMS|DfE|DWP|NISRA|NRS|StatsWales|OHID|PHE|Census|IMD|Nomis|YouGov|LGA|NLT|Age\s+UK|Carnegie(?:\s+UK)?|National\s+Literacy\s+Trust|Libraries\s+Connected|The\s+Reading\s+Agency|Good\s+Things\s+Foundation)\)/g,
  },
];
