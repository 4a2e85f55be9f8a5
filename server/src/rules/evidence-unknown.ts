import { lowerCase, passagesOf } from '../draft';
import { evidenceOf } from '../evidence/library';
import type { Problem, Rule } from './types';

export const evidenceUnknown: Rule = {
  id: 'evidence-unknown',
  group: 'evidence',
  severity: 'warning',
  readsEnglish: true,
  what: 'A source that goes round in library papers and that nobody has found, as listed in the evidence libraries.',
  why: 'A councillor who looks for a report that does not exist will not believe the rest.',
  example: {
    bad: 'Libraries bring trade to the high street, as Arts Council England shows in *Libraries as catalysts*.\n',
    good: 'Libraries bring trade to the high street, as Arts Council England shows in its *Evidence review of the economic contribution of libraries*.\n',
  },
  inBlock({ block, project }) {
    const { notFound } = evidenceOf(project);
    const problems: Problem[] = [];
    for (const { prose } of passagesOf(block)) {
      const text = lowerCase(prose.text);
      for (const { names, say } of notFound) {
        for (const name of names) {
          const sought = lowerCase(name);
          for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length))
            problems.push({ span: prose.toSource(at, at + name.length), message: say });
        }
      }
    }
    return problems;
  },
};
