import type { FindingReport } from '../../report';
import { type CheckFormat, JsonList } from './report';

/** A list of files with their findings, as docs/ci.md has it. */
export function jsonFormat(): CheckFormat {
  const list = new JsonList();
  return {
    start: () => '',
    file: ({ file, findings }) => list.item({ file, findings: findings.map(printed) }),
    end: () => list.end(),
  };
}

/** Without what is only counted. */
function printed({ fixes, ...rest }: FindingReport): object {
  return fixes ? { ...rest, fixes: fixes.map(({ title }) => ({ title })) } : rest;
}
