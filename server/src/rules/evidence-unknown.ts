import { lowerCase, passagesOf } from '../draft';
import { evidenceOf } from '../evidence/library';
import { rule } from './lib/rule';
import type { Problem } from './types';

export const evidenceUnknown = rule('evidence-unknown', {
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
});
