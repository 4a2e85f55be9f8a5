import { nodesOf, spanOf } from './lib/nodes';
import type { Problem, Rule } from './types';

export const tableHeaderMissing: Rule = {
  id: 'table-header-missing',
  group: 'accessibility',
  severity: 'warning',
  what: 'A table whose first row, which heads its columns, is empty.',
  why: 'A screen reader reads the head of the column with each cell. Without it a number is only a number.',
  example: {
    bad: '| | |\n| --- | --- |\n| 2024 | 41,000 |\n| 2025 | 44,000 |\n',
    good: '| Year | Visits |\n| --- | --- |\n| 2024 | 41,000 |\n| 2025 | 44,000 |\n',
  },
  inBlock({ block }) {
    if (!block.text.includes('|')) return [];
    const problems: Problem[] = [];
    for (const node of nodesOf(block)) {
      if (node.type !== 'table') continue;
      const head = node.children[0];
      if (!head?.children.every((cell) => cell.children.length === 0)) continue;
      problems.push({
        span: spanOf(head),
        message:
          'The columns of this table have no headings, so people who listen to it cannot tell what a cell means. Write in the first row what each column holds.',
      });
    }
    return problems;
  },
};
