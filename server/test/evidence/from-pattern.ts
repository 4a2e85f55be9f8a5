import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Marks and letters of which a class is filled. */
const POOL = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...' \'’-.,&()[];:–—“”"%£$é',
];

/**
 * Makes strings in which a pattern may be found: one alternative after the other, each repetition as seldom as it can
 * be or a little oftener. What looks ahead or behind is left out, so some will not match.
 * @param choose a number from 0 up to, and without, the one given
 */
export function stringsOf(pattern: RegExp, choose: (below: number) => number): () => string {
  const tree = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, {
    unicode: pattern.flags.includes('u'),
  });
  const one = (alternatives: readonly AST.Alternative[]): string =>
    alternatives[choose(alternatives.length)]!.elements.map(of).join('');
  const of = (node: AST.Element): string => {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return one(node.alternatives);
      case 'Quantifier': {
        const times = node.min + choose(Math.min(node.max - node.min, 2) + 1);
        return Array.from({ length: times }, () => of(node.element)).join('');
      }
      case 'Character':
        return String.fromCodePoint(node.value);
      case 'CharacterSet':
        return node.kind === 'space' && !node.negate ? ' ' : like(node.raw);
      case 'CharacterClass':
        return like(node.raw);
      default:
        return '';
    }
  };
  const like = (set: string): string => {
    const isLike = new RegExp(`^${set}$`, set.includes('\\p') ? 'u' : '');
    const fits = POOL.filter((letter) => isLike.test(letter));
    return fits.length === 0 ? 'x' : fits[choose(fits.length)]!;
  };
  return () => one(tree.alternatives);
}
