import type { Rule } from './types';

/** Its findings come from `project.problems`, as they stand in other files; here are its severity and its page. */
export const configurationInvalid: Rule = {
  id: 'configuration-invalid',
  group: 'files',
  severity: 'error',
  what: 'A mistake in `.advocacy.json`, or in a framework or an evidence library that it names. It is reported in that file, at its line.',
  why: 'A setting that cannot be read has no effect: drafts are then held to something other than what the service agreed.',
  example: {
    bad: '{ "drafts": ["briefings/**/*.md"], "rules": { "sentence-lenght": "off" } }\n',
    good: '{ "drafts": ["briefings/**/*.md"], "rules": { "sentence-long": "off" } }\n',
  },
};
