import type { FindingReport } from '../../report';
import { type CheckFormat, JsonList } from './report';

/** A list of files with their findings, as documented in docs/ci.md. */
export function jsonFormat(): CheckFormat {
  const list = new JsonList();
  return {
    start: () => '',
    file: ({ file, findings }) => list.item({ file, findings: findings.map(printed) }),
    end: () => list.end(),
  };
}

/** A finding without what is only needed for counting. */
function printed({ fixes, unlisted: _, ...rest }: FindingReport): object {
  return fixes ? { ...rest, fixes: fixes.map(({ title }) => ({ title })) } : rest;
}
