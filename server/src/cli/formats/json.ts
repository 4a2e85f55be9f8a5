import { type CheckFormat, JsonList } from './report';

/** The format of CONTRACT.md: a list of files with their findings. */
export function jsonFormat(): CheckFormat {
  const list = new JsonList();
  return {
    start: () => '',
    file: ({ file, findings }) => list.item({ file, findings }),
    end: () => list.end(),
  };
}
