import type { Draft } from '../../draft';
import type { Framework } from '../../framework/types';

const SALUTATION = /^(?:dear|annwyl|to whom it may concern)\b/i;
/** In the address of a letter no line is longer, in characters. */
const LONGEST = 72;

/**
 * Whether a block of a draft is one of the addresses or the signature of a letter, whose lines the export keeps apart.
 *
 * @returns asks for the position of a block in `draft.blocks`
 */
export function lettersLines(draft: Draft, framework: Framework): (index: number) => boolean {
  if (draft.frontMatter.data.kind !== 'letter') return () => false;
  const { blocks } = draft;
  const begins = (index: number, test: (line: string) => boolean): boolean => {
    const { node, text } = blocks[index]!.block;
    return node.type === 'paragraph' && test(/^.{0,80}/.exec(text)![0]);
  };
  let salutation = 0;
  while (salutation < blocks.length && !begins(salutation, (line) => SALUTATION.test(line))) salutation++;
  if (salutation === blocks.length) return () => false;
  const part = framework.kind('letter')?.parts.find(({ id }) => id === 'sign-off');
  const closes = part ? [part.title, ...part.aliases].map((close) => close.toLowerCase()) : [];
  const isClose = (line: string): boolean =>
    closes.includes(line.replace(/[,.!]?\s{0,80}\\?$/, '').toLowerCase());
  let close = blocks.length - 1;
  while (close > salutation && !begins(close, isClose)) close--;
  return (index) =>
    (index <= salutation || (close > salutation && index >= close)) &&
    blocks[index]!.block.text.split(/[\r\n]+/).every((line) => line.length <= LONGEST);
}
