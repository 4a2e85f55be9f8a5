import type { Examples } from './examples';
import { BY, type Reviewer, who } from './reviewer';

const DANA = who('Dana Petrie', '31');

const run = (text: string, look: string, tag = 't'): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;

/** Deletes words and adds others behind them, each of these in its own look; of what stands beside them, that stays. */
function rewrite(
  reviewer: Reviewer,
  all: string,
  gone: string,
  ...added: readonly (readonly [string, string])[]
): Reviewer {
  const [whole, look] = new RegExp(
    `<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>${all}</w:t></w:r>`,
  ).exec(reviewer.xml)!;
  const [before, after] = all.split(gone) as [string, string];
  const kept = (text: string): string => (text === '' ? '' : run(text, look!));
  const runs = added.map(([text, own]) => run(text, own)).join('');
  return reviewer.change(
    whole,
    `${kept(before)}<w:del w:id="1" ${DANA}>${run(gone, look!, 'delText')}</w:del><w:ins w:id="2" ${DANA}>${runs}</w:ins>${kept(after)}`,
  );
}

const ITALIC = '<w:i/>';

/** What comes home where somebody put words among emphasised ones that are not emphasised. */
export const EMPHASISED: Examples = {
  'words that begin upright and end italic among italic ones': [
    'We lend *old books here* now.\n',
    (r) => rewrite(r, 'old books here', 'books', ['papers and ', ''], ['maps', ITALIC]),
    `We lend {~~*old books here*~>*old* papers and *maps here*~~}${BY} now.\n`,
  ],
  'words that begin italic and end upright at the end of italic ones': [
    'We lend *old books* now.\n',
    (r) => rewrite(r, 'old books', 'books', ['papers', ITALIC], [' and maps', '']),
    `We lend {~~*old books*~>*old papers* and maps~~}${BY} now.\n`,
  ],
  'upright words at the beginning of italic ones': [
    'We lend *old books* now.\n',
    (r) => rewrite(r, 'old books', 'old', ['new', '']),
    `We lend {~~*old books*~>new *books*~~}${BY} now.\n`,
  ],
  'light words among bold ones': [
    'We lend **old books here** now.\n',
    (r) => rewrite(r, 'old books here', 'books', ['maps', '']),
    `We lend {~~**old books here**~>**old** maps **here**~~}${BY} now.\n`,
  ],
  'italic words among italic ones, of which only these are marked': [
    'We lend *old books here* now.\n',
    (r) => rewrite(r, 'old books here', 'books', ['maps', ITALIC]),
    `We lend *old {~~books~>maps~~}${BY} here* now.\n`,
  ],
};
