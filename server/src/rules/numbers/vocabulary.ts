/** The words of `data/sums.json`, by which sums and shares are judged. */
import { sourceOf } from '../../words/phrases';
import data from '../data/sums.json';

type Name = keyof typeof data;

/** The source of a pattern that matches words of an entry. */
export const wordsOf = (name: Name): string => `(?:${sourceOf(data[name].words)})`;

/** Matches a text that has words of an entry. */
export const having = (name: Name): RegExp => new RegExp(`\\b${wordsOf(name)}\\b`, 'i');

/** Matches a text that is words of an entry and nothing else. */
export const being = (name: Name): RegExp => new RegExp(`^${wordsOf(name)}$`, 'i');
