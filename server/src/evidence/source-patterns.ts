/** How people write where something comes from: the patterns that `mentionsIn` looks for. */
import { ATTRIBUTIONS } from './attributions';
import { CITATIONS } from './citations';
import { STUDIES } from './studies';
import type { SourcePattern } from './types';

export const SOURCE_PATTERNS: readonly SourcePattern[] = [...STUDIES, ...ATTRIBUTIONS, ...CITATIONS];
