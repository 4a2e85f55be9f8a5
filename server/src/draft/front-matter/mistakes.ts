/** What is wrong with front matter that is no YAML, for people who do not know what that is. */
import type { YAMLError } from 'yaml';

/** Mistakes that quotation marks may mend. */
export const UNQUOTED = new Set<string>(['BLOCK_AS_IMPLICIT_KEY', 'BAD_SCALAR_START', 'UNEXPECTED_TOKEN']);

/** What to do, in plain words, about the mistakes that people make. */
export function plainly({ code, message }: YAMLError, quoted: string | undefined): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'This key is written above already: keep one of them.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `A value with a colon in it needs quotation marks: write ${quoted ?? 'title: "Libraries: what next"'}.`;
    case 'MULTILINE_IMPLICIT_KEY':
      return 'There is no colon after a key here: write "title: Our summer".';
    case 'BAD_SCALAR_START':
      return `A value that begins with this character needs quotation marks${quoted === undefined ? '' : `: write ${quoted}`}.`;
    case 'MULTIPLE_DOCS':
      return 'Nothing may follow “---” on its line: put what follows on a line of its own, or take it out.';
    case 'TAB_AS_INDENT':
      return 'Indent this line with spaces: tabs do not count here.';
    default:
      if (message.includes('"quote') || message.includes("'quote")) {
        return 'A quotation mark is opened before this and not closed.';
      }
      if (/end with a [\]}]|and end with/.test(message))
        return 'A bracket is opened before this and not closed.';
      if (quoted !== undefined) return `This value needs quotation marks: write ${quoted}.`;
      return code === 'BAD_INDENT'
        ? 'This line begins further left or right than those that it belongs with.'
        : `This cannot be read: write one key with its value on each line, such as "title: Our summer". (${message})`;
  }
}
