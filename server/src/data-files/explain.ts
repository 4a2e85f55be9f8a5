/** Says what is wrong in a data file, for a person who does not know what a schema is. */
import type { OutputUnit, Schema } from '@cfworker/json-schema';
import { shortKey } from './limits';
import { didYouMean } from './nearest';
import { stepOf } from './paths';
import type { Path } from './types';

/** The keyword's value in the schema, following `$ref`s into `$defs`. */
function schemaAt(schema: Schema, location: string): unknown {
  let current: unknown = schema;
  for (const step of location.replace(/^#\/?/, '').split('/').filter(Boolean)) {
    if (current === null || typeof current !== 'object') return undefined;
    // What a `$ref` points at is followed as soon as it is met.
    if (step === '$ref') continue;
    current = (current as Record<string, unknown>)[stepOf(step)];
    const ref = (current as { $ref?: unknown } | undefined)?.$ref;
    if (typeof ref === 'string' && ref.startsWith('#/')) {
      current = schemaAt(schema, ref);
    }
  }
  return current;
}

/** The keys that a schema knows where it met one that it does not: `location` of the keyword that forbade it. */
function keysAt(schema: Schema, location: string): readonly string[] {
  const owner = schemaAt(schema, location.replace(/\/additionalProperties$/, ''));
  return Object.keys((owner as { properties?: object } | undefined)?.properties ?? {}).filter(
    (key) => key !== '$schema',
  );
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a set of keys and values',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

/**
 * What is wrong, for a person who does not know what a schema is; undefined for an error that only gathers what is
 * wrong further in.
 *
 * @param forbidding location in the schema of the keyword that forbids a key
 */
export function explain(
  { keyword, error, keywordLocation }: OutputUnit,
  path: Path,
  schema: Schema,
  forbidding: string,
): string | undefined {
  const value = schemaAt(schema, keywordLocation);
  const last = path.at(-1);
  const name = typeof last === 'string' ? `“${last}”` : last === undefined ? 'The file' : 'This entry';
  switch (keyword) {
    case 'required':
      return `${name} has no ${error.match(/"([^"]*)"/)?.[1] ? `“${error.match(/"([^"]*)"/)?.[1]}”` : 'value'}, which it needs.`;
    case 'type':
      return `${name} must be ${TYPES[String(value)] ?? 'something else'}.`;
    case 'enum':
      return Array.isArray(value)
        ? `${name} must be ${value
            .map(String)
            .join(', ')
            .replace(/, ([^,]*)$/, ' or $1')}.`
        : `${name} has a value that is not known.`;
    case 'pattern':
      return value === '\\S'
        ? `${name} must not be empty.`
        : `${name} must be lower-case letters, digits and single hyphens, such as “digital-skills”.`;
    case 'minimum':
    case 'maximum':
      return `${name} must be ${keyword === 'minimum' ? 'at least' : 'at most'} ${String(value)}.`;
    case 'minItems':
      return `${name} must not be empty.`;
    case 'anyOf':
    case 'oneOf':
      return `${name} has a value that is not allowed here.`;
    case 'false':
      return `“${shortKey(String(last))}” is no key that is known here.${didYouMean(String(last), keysAt(schema, forbidding))}`;
    default:
      // The keywords that only gather what failed below them.
      return undefined;
  }
}
