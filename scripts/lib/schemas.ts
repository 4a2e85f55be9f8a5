import { rules } from '../../server/src/rules/index';
import { SEVERITIES } from '../../server/src/severity';

/** A schema with an entry for each rule that it has none for, below the others; `text` where it has all. */
export function withRules(text: string): string {
  const known = Object.keys(JSON.parse(text).properties.rules.properties);
  const levels = ['off', ...SEVERITIES.slice().reverse()].map((level) => JSON.stringify(level)).join(', ');
  const entries = rules
    .filter(({ id }) => !known.includes(id))
    .map(
      ({ id, what }) =>
        `,\n        ${JSON.stringify(id)}: {\n          "enum": [${levels}],\n          "description": ${JSON.stringify(what)}\n        }`,
    );
  const end = '\n        }';
  const at = text.indexOf(end, text.indexOf(`"${known.at(-1)}": {`)) + end.length;
  return text.slice(0, at) + entries.join('') + text.slice(at);
}
