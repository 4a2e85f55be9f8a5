import { Allowances } from '../data-files/limits';
import type { FileProblem } from '../data-files/problem';
import type { Usable } from '../data-files/usable';
import type { Content, Region, RetiredName, TopicGroup } from './types';

/** The contents of a framework file, which follow the schema. */
export interface Source {
  readonly id?: string;
  readonly title?: string;
  readonly source?: { readonly title: string; readonly url?: string };
  readonly extends?: string | null;
  readonly without?: readonly string[];
  readonly topics?: readonly TopicSource[];
  readonly kinds?: readonly KindSource[];
  readonly ignore?: readonly string[];
}

export interface TopicSource {
  readonly id: string;
  readonly group?: TopicGroup;
  readonly title?: string;
  readonly names?: readonly string[];
  readonly retiredNames?: readonly RetiredName[];
  readonly argue?: string;
  readonly beneficiaries?: string;
  readonly snippet?: string;
  readonly judgedAs?: string;
  readonly cues?: readonly (
    | string
    | { phrase: string; strength?: 'strong' | 'weak'; caseSensitive?: boolean }
  )[];
}

export interface KindSource {
  readonly id: string;
  readonly title?: string;
  readonly names?: readonly string[];
  readonly description?: string;
  readonly areas?: 'all' | 'none' | readonly string[];
  readonly offers?: 'all' | 'none' | readonly string[];
  readonly asks?: boolean;
  readonly parts?: readonly PartSource[];
  readonly cases?: Readonly<Record<string, readonly SignSource[]>>;
  readonly unless?: readonly SignSource[];
}

/** A phrase; or phrases and a kind of content, with the place where they count. */
export type SignSource =
  | string
  | { readonly phrases?: readonly string[]; readonly content?: Content; readonly in?: Region };

export interface PartSource {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly required?: boolean | 'hint';
  readonly tells?: string;
  readonly signs?: readonly SignSource[];
  readonly when?: string;
  readonly why?: string;
  readonly snippet?: string;
  readonly sign?: 'heading' | 'line';
}

/** The most items of each kind that are used; a framework of a council has some dozens. */
const MOST = {
  topics: 300,
  kinds: 300,
  names: 2_000,
  cues: 20_000,
  parts: 3_000,
  signs: 20_000,
  'phrases to ignore': 5_000,
  'ids to leave out': 1_000,
} as const;

/** A file cut to the limits in `MOST`, with problems for what is cut, as each passage is compared with all of it. */
export function limited(
  written: Source,
  data: Usable<Source>,
): { readonly written: Source; readonly problems: readonly FileProblem[] } {
  const allowed = new Allowances<keyof typeof MOST>(MOST, (path, message) => data.problem(path, message));
  const optional = <K extends string, T>(key: K, items: readonly T[] | undefined) =>
    (items === undefined ? {} : { [key]: items }) as { readonly [P in K]?: readonly T[] };
  const { topics, kinds, ignore, without } = written;
  const within: Source = {
    ...written,
    ...optional('without', allowed.take('ids to leave out', ['without'], without)),
    ...optional('ignore', allowed.take('phrases to ignore', ['ignore'], ignore)),
    ...optional(
      'topics',
      allowed.take('topics', ['topics'], topics)?.map((topic, i) => ({
        ...topic,
        ...optional('names', allowed.take('names', ['topics', i, 'names'], topic.names)),
        ...optional('retiredNames', allowed.take('names', ['topics', i, 'retiredNames'], topic.retiredNames)),
        ...optional('cues', allowed.take('cues', ['topics', i, 'cues'], topic.cues)),
      })),
    ),
    ...optional(
      'kinds',
      allowed.take('kinds', ['kinds'], kinds)?.map((kind, i) => ({
        ...kind,
        ...optional('names', allowed.take('names', ['kinds', i, 'names'], kind.names)),
        ...optional('unless', allowed.take('signs', ['kinds', i, 'unless'], kind.unless)),
        ...optional(
          'parts',
          allowed.take('parts', ['kinds', i, 'parts'], kind.parts)?.map((part, j) => ({
            ...part,
            ...optional('aliases', allowed.take('names', ['kinds', i, 'parts', j, 'aliases'], part.aliases)),
            ...optional('signs', allowed.take('signs', ['kinds', i, 'parts', j, 'signs'], part.signs)),
          })),
        ),
      })),
    ),
  };
  return { written: within, problems: allowed.problems };
}
