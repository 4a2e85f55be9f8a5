import { nodesOf, spanOf } from './lib/blocks/nodes';
import { rule } from './lib/rule';
import type { Problem } from './types';

export const tableHeaderMissing = rule('table-header-missing', {
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
});
