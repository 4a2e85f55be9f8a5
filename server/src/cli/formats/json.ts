import { type CheckFormat, JsonList } from './report';

/** A list of files with their findings, as docs/ci.md has it. */
export function jsonFormat(): CheckFormat {
  const list = new JsonList();
  return {
    start: () => '',
    file: ({ file, findings }) => list.item({ file, findings }),
    end: () => list.end(),
  };
}
