import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../project/severity';
import { rules } from '../../rules';
import { pageOf } from '../../rules/lib/pages';
import { harmless, harmlessJson } from '../../text/plain-output';
import { REPOSITORY, VERSION } from '../../util/version';
import { baseOf, pathBelow } from './relative-path';
import { type CheckFormat, JsonList } from './report';

const LEVELS: Readonly<Record<Severity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). Paths are relative to the root of the repository. */
export function sarifFormat(cwd: string): CheckFormat {
  const base = baseOf(cwd);
  const described = rules.map(({ id, group, severity, what, why }) => ({
    id,
    // In Pascal case, as SARIF's validator requires: FigureUnsourced.
    name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${what} ${why}`, markdown: `${what}\n\n${why}` },
    helpUri: pageOf(id),
    defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
    properties: { tags: [group] },
  }));
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  const driver = {
    name: 'advocacy',
    fullName: `Library Advocacy ${VERSION}`,
    version: VERSION,
    semanticVersion: VERSION,
    informationUri: REPOSITORY,
    rules: described,
  };
  const list = new JsonList();
  let any = false;
  return {
    start: () =>
      `{
"$schema": "https://json.schemastore.org/sarif-2.1.0.json",
"version": "2.1.0",
"runs": [{
"tool": ${JSON.stringify({ driver })},
"automationDetails": { "id": "advocacy/" },
"columnKind": "utf16CodeUnits",
"originalUriBaseIds": ${harmlessJson(JSON.stringify({ SRCROOT: { uri: `${pathToFileURL(base)}/`.replace(/\/\/$/, '/') } }))},
"results": `,
    file: ({ file, findings }) =>
      findings
        .map(({ rule, severity, message, line, column, endLine, endColumn }) => {
          any = true;
          return list.item({
            ruleId: rule,
            ...(indexes.has(rule) && { ruleIndex: indexes.get(rule) }),
            level: LEVELS[severity],
            message: { text: asMessage(message) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: locationOf(file, base, cwd),
                  region: { startLine: line, startColumn: column, endLine, endColumn },
                },
              },
            ],
          });
        })
        .join(''),
    end({ troubles }) {
      const invocation = {
        executionSuccessful: troubles.length === 0,
        toolExecutionNotifications: troubles.map((text) => ({
          level: 'error',
          message: { text: asMessage(text) },
        })),
      };
      return `${any ? list.end() : '[]\n'},\n"invocations": [${harmlessJson(JSON.stringify(invocation))}]\n}]\n}\n`;
    },
  };
}

/** A plain-text message, in which `[words](place)` would be a link: brackets are escaped with backslashes (3.11.6). */
function asMessage(text: string): string {
  return harmless(text).replace(/(?<!\\)(\\*)([[\]])/g, '$1$1\\$2');
}

function locationOf(name: string, base: string, cwd: string): object {
  // Windows allows lone surrogates in names, which a URI cannot have.
  const file = name.toWellFormed();
  if (file.startsWith('<')) return { uri: encodeURIComponent(file) };
  const below = pathBelow(base, cwd, file);
  if (below === undefined) return { uri: pathToFileURL(resolve(cwd, file)).href };
  return { uri: below.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
