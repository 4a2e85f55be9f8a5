import { nearest } from '../data-files/nearest';
import type { Draft, Span } from '../draft';
import { languageTag } from '../draft/language-tags';
import { meantKind } from '../framework/meant-kind';
import { RULE_IDS } from '../project/configuration';
import { SEVERITIES } from '../project/severity';
import { isNoDate } from '../text/dates';
import { listed } from '../text/listed';
import { addAll } from '../util/lists';
import { placeInValue } from './lib/anchor';
import { changeTo } from './lib/fix';
import { rule } from './lib/rule';
import type { Fix, Problem } from './types';

export const frontMatterInvalid = rule('front-matter-invalid', {
  inDraft({ draft, project: { framework } }) {
    const { data, problems } = draft.frontMatter;
    const found: Problem[] = problems.map(({ span, message, fix, isValueKept }) => ({
      span,
      message,
      ...(isValueKept && { severity: 'hint' as const }),
      fixes: fix ? [{ title: fix.title, edits: [fix.change], preferred: true }] : severityFixes(draft, span),
    }));
    const kinds = framework.kinds.map(({ id }) => id);
    if (data.kind !== undefined && !framework.kindNamed(data.kind)) {
      const meant = meantKind(data.kind, framework)?.id;
      addAll(found, unknownValue(draft, 'kind', data.kind, 'a type of paper', kinds, meant));
    }
    const areas = framework.topics.filter(({ group }) => group === 'area').map(({ id }) => id);
    const offers = framework.topics.filter(({ group }) => group !== 'area').map(({ id }) => id);
    for (const [key, ids, what] of [
      ['areas', areas, 'an area'],
      ['offers', offers, 'an offer'],
    ] as const) {
      const named = data[key];
      if (named === undefined || typeof named === 'string') continue;
      for (const id of named) if (!ids.includes(id)) addAll(found, unknownValue(draft, key, id, what, ids));
    }
    for (const rule of Object.keys(data.rules ?? {})) {
      if (!RULE_IDS.includes(rule)) addAll(found, unknownValue(draft, 'rules', rule, 'a rule', RULE_IDS));
    }
    addAll(found, withoutEffect(draft));
    addAll(found, misspeltKeys(draft));
    return found;
  },
});

/** What is wrong with a value that can be nothing of its kind; undefined for one that can. */
const WRONG: readonly (readonly [
  key: 'date' | 'language' | 'template',
  is: (value: string) => string | undefined,
])[] = [
  [
    'date',
    (value) => (isNoDate(value) ? 'no day of the calendar, so it is printed as it stands' : undefined),
  ],
  [
    'language',
    (value) =>
      languageTag(value) === undefined
        ? 'no language, so the paper counts as English. Write “en-GB” for English, or “cy” for Welsh'
        : undefined,
  ],
  [
    'template',
    (value) =>
      /\.[a-z]{2,5}$/i.test(value.trim()) && !/\.(?:docx|dotx)$/i.test(value.trim())
        ? 'no Word template, so the built-in one is used. Name a .docx or .dotx file'
        : undefined,
  ],
];

/** Values of the right type that can be no date, language or template. */
function withoutEffect({ frontMatter: { data, places } }: Draft): readonly Problem[] {
  return WRONG.flatMap(([key, is]) => {
    const value = data[key];
    const wrong = value === undefined ? undefined : is(value);
    const span = places.get(key)?.value;
    return value === undefined || wrong === undefined || span === undefined
      ? []
      : [{ span, message: `“${value.trim()}” is ${wrong}.`, severity: 'warning' as const }];
  });
}

/** Keys without which a draft is held to the wrong things, or lacks something in Word. */
const KEYS = ['kind', 'title', 'areas', 'offers', 'audience', 'organisation', 'template', 'language'];

/** Keys of ours by the words that stand before their values in Word. */
const LABELS = new Map([
  ['for', 'audience'],
  ['to', 'audience'],
  ['from', 'author'],
]);

/** Keys that nobody knows and that are nearly one of ours: they may be another tool's, so this is no error. */
function misspeltKeys({ frontMatter: { places } }: Draft): readonly Problem[] {
  return [...places].flatMap(([key, { key: span }]) => {
    const labelled = LABELS.get(key.toLowerCase());
    const meant = labelled ?? (KEYS.includes(key) ? undefined : nearest(key, KEYS));
    if (meant === undefined || places.has(meant)) return [];
    return {
      span,
      message: `“${key}” has no effect here. Did you mean “${meant}”?`,
      severity: labelled === undefined ? ('warning' as const) : ('hint' as const),
      fixes: changeTo(meant, span),
    };
  });
}

/** Where a misspelt severity stands, the one that was meant. */
function severityFixes({ source, frontMatter: { places } }: Draft, span: Span): readonly Fix[] {
  const rules = places.get('rules')?.value;
  if (!rules || span.start <= rules.start || span.end > rules.end) return [];
  return changeTo(nearest(source.slice(span.start, span.end), ['off', ...SEVERITIES]), span);
}

function unknownValue(
  draft: Draft,
  key: string,
  value: string,
  what: string,
  ids: readonly string[],
  meant = nearest(value, ids),
): readonly Problem[] {
  const span = placeInValue(draft, key, value);
  if (!span) return [];
  const whole = draft.source.slice(span.start, span.end) === value;
  const effect =
    what !== 'a type of paper' ? ', so it has no effect' : meant ? '' : ', so the draft is held to none';
  const choice = ids.length > 8 ? '' : ` It can be ${listed(ids, 'or')}.`;
  return [
    {
      span,
      // Officers write papers of kinds that we know nothing of: nothing is wrong with “minutes”.
      ...(what === 'a type of paper' && meant === undefined && { severity: 'hint' as const }),
      message: `“${value}” is not ${what}${effect}.${meant ? ` Did you mean “${meant}”?` : choice}`,
      fixes: changeTo(whole ? meant : undefined, span),
    },
  ];
}
