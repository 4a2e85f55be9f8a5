import { applyEdits, modify } from 'jsonc-parser';
import { builtInFramework } from '../../server/src/framework';
import type { Topic } from '../../server/src/framework/types';
import { SEVERITIES } from '../../server/src/project/severity';
import { rules } from '../../server/src/rules/index';
import { firstSentence } from './rule-pages';

/**
 * A schema with entries for all rules; `text` itself if it has them. The description of an entry, which menus and settings
 * show as well, is one sentence.
 */
export function withRules(text: string): string {
  const known = Object.keys(JSON.parse(text).properties.rules.properties);
  const levels = ['off', ...SEVERITIES.slice().reverse()].map((level) => JSON.stringify(level)).join(', ');
  const entries = rules
    .filter(({ id }) => !known.includes(id))
    .map(
      ({ id, what }) =>
        `,\n        ${JSON.stringify(id)}: {\n          "enum": [${levels}],\n          "description": ${JSON.stringify(firstSentence(what))}\n        }`,
    );
  const end = '\n        }';
  const at = text.indexOf(end, text.indexOf(`"${known.at(-1)}": {`)) + end.length;
  return text.slice(0, at) + entries.join('') + text.slice(at);
}

/** Where the schemas list the ids of topics. */
const LISTS: Readonly<Record<string, readonly { path: (string | number)[]; group?: Topic['group'] }[]>> = {
  'front-matter': [
    { path: ['properties', 'areas', 'oneOf', 1, 'items', 'examples'], group: 'area' },
    { path: ['properties', 'offers', 'oneOf', 1, 'items', 'examples'], group: 'offer' },
  ],
  configuration: [{ path: ['properties', 'terms', 'items', 'properties', 'topics', 'items', 'examples'] }],
  framework: [{ path: ['$defs', 'topic', 'properties', 'judgedAs', 'enum'] }],
};

/** A schema with the ids of all built-in topics; `text` itself if it has them. */
export function withTopics(name: string, text: string): string {
  let changed = text;
  for (const { path, group } of LISTS[name] ?? []) {
    const ids = builtInFramework.topics.filter((t) => !group || t.group === group).map(({ id }) => id);
    const listed = path.reduce((value, key) => value[key], JSON.parse(text));
    if (JSON.stringify(listed) !== JSON.stringify(ids))
      changed = applyEdits(changed, modify(changed, path, ids, { formattingOptions: { tabSize: 2 } }));
  }
  return changed;
}
