/** Returns the n-th repetition of a construct. */
type Unit = (n: number) => string;

/** The beginning of all drafts, with a kind, so that all rules apply. */
const HEAD = '---\nkind: briefing\ntitle: Libraries\n---\n\n# Libraries\n\nAbout the libraries of Ashby.\n\n';

const SENTENCES = [
  'The library in Ashby lends books to people of all ages and gives them a warm place to read.',
  'Volunteers help residents to fill in forms, and many have found work since.',
  'We ask the council to keep the opening hours as they are until the review is done.',
  'Families who come to story time say that their children sleep better and read more.',
  'The building needs a new roof, and the lift has been out of order since the spring.',
];

const always =
  (text: string): Unit =>
  () =>
    text;

const sentence: Unit = (n) => SENTENCES[n % SENTENCES.length]!;

/** Constructs that a hostile or generated draft may have any number of, by name. */
export const constructs: Readonly<Record<string, Unit>> = {
  prose: (n) => `${sentence(n)} ${n % 4 === 3 ? '\n\n' : ''}`,
  'long paragraph': (n) => `${sentence(n)} `,
  'short lines': always('a\n'),
  'short paragraphs': always('a\n\n'),
  'other paragraphs': (n) => `a${n}\n\n`,
  'hard breaks': always('a  \n'),
  'blank lines': always('\n'),
  spaces: always(' '),
  letters: always('a'),
  words: always('a '),
  'full stops': always('.'),
  'short sentences': always('A b. '),
  'numbered sections': always('1.1.'),
  digits: always('1'),
  figures: always('5% '),
  'figures with sources': (n) => `Visits rose by ${n % 90}% (ONS, 2023). `,
  money: always('£5 million '),
  years: always('In 2019 '),
  'straight quotes': always('"'),
  'quoted words': always('"a" '),
  'curly quotes': always('“a” '),
  apostrophes: always("a'a "),
  quotations: always('“We love the library and all that it does for us,” said a mother. '),
  brackets: always('[a] '),
  'open brackets': always('['),
  'round brackets': always('(a) '),
  references: always('[a][b] '),
  definitions: (n) => `[a${n}]: b${n}\n`,
  links: always('[a](b) '),
  'links in paragraphs': always('[a](b)\n\n'),
  images: always('![a](b) '),
  addresses: always('https://a.uk '),
  'mail addresses': always('a@b.uk '),
  'addresses behind brackets': always('[a][b] a@b.uk '),
  notes: always('[^1] '),
  'notes defined': (n) => `a[^${n}]\n\n[^${n}]: b\n\n`,
  'one note': (n) => (n === 0 ? '[^1]: b\n\n' : 'a[^1]\n\n'),
  emphasis: always('*a* '),
  'strong emphasis': always('**a** '),
  asterisks: always('*a '),
  strikes: always('~~a~~ '),
  'code spans': always('`a` '),
  'runs of backticks': (n) => `${'`'.repeat((n % 1500) + 1)}a`,
  backticks: always('` `` '),
  fences: always('```\na\n```\n\n'),
  'indented code': always('    a\n'),
  'tight list': always('- a\n'),
  'other items': (n) => `- a${n} b\n`,
  'items of prose': (n) => `- ${sentence(n)}\n`,
  'loose list': always('- a\n\n'),
  'numbered list': (n) => `${n + 1}. a\n`,
  'nested list': (n) => `${'  '.repeat(n % 20)}- a\n`,
  'task list': always('- [ ] a\n'),
  'list marks': always('- - - '),
  quotes: always('> a\n'),
  'other quotes': (n) => `> a${n}\nb\n`,
  'apart quotes': always('> a\n\n'),
  'lazy quotes': always('> a\nb\n'),
  'nested quotes': (n) => `${'> '.repeat((n % 20) + 1)}a\n`,
  headings: always('## A\n\n'),
  'headings alone': always('# A\n'),
  'underlined headings': always('A\n---\n\n'),
  rules: always('---\n'),
  'two columns': (n) => (n === 0 ? '| a | b |\n| --- | --- |\n' : '| a | 5 |\n'),
  'rows of prose': (n) => (n === 0 ? '| a | b |\n| --- | --- |\n' : `| ${sentence(n)} | ${n}% |\n`),
  'many columns': (n) =>
    n === 0 ? `|${'a|'.repeat(100)}\n|${'---|'.repeat(100)}\n` : `|${'1|'.repeat(100)}\n`,
  tables: always('| a | b |\n| --- | --- |\n| c | 5 |\n\n'),
  pipes: always('|'),
  comments: always('<!-- a -->\n\n'),
  directives: (n) => `<!-- advocacy-disable-next-line -->\na${n}\n\n`,
  tags: always('<b>a</b> '),
  'open tags': always('<a '),
  breaks: always('a<br>'),
  entities: always('&amp;'),
  escapes: always('\\*'),
  names: (n) => `Ann${String.fromCharCode(97 + (n % 26))} Smith `,
  'capital letters': always('ABC '),
  acronyms: (n) => `${String.fromCharCode(65 + (n % 26), 65 + ((n / 26) % 26), 65 + ((n / 676) % 26))} is. `,
  placeholders: always('[insert name] '),
  crosses: always('XX '),
  'to come': always('TBC '),
  'question marks': always('? '),
  'other scripts': always('图书馆'),
  emoji: always('📚'),
  'line ends of Windows': always('a\r\n'),
  'vague links': (n) => `[here](b${n}) `,
  superlatives: always('the very best '),
  claims: always('It will guarantee that everyone always reads. '),
  'needs in paragraphs': always('In the ward 42% of people have no internet at home.\n\n'),
  languages: always('<div lang=cy>\n\n'),
  'words of money': always('homes £5 measure '),
  'shares said': always('of 5% said '),
  'people who tell': always('Ashby Trust told the 5% '),
  'sources in brackets': always('5% (Ofcom, May 2025) '),
  'open sources': always('5% (see Ofcom '),
  'numbers of visits': always('by 300 visits from '),
  aims: always('we will lend 20% '),
  surveys: always('survey '),
  'those who say': always('according to a '),
  titles: always('the council for the '),
  initials: always('A.'),
};

/** Repeats a construct, or two in turn (`one+other`), until the text has at least `bytes` bytes in UTF-8. */
export function made(name: string, bytes: number): string {
  const units = name.split('+').map((part) => {
    const unit = constructs[part];
    if (unit === undefined) throw new Error(`There are ${Object.keys(constructs).join(', ')}.`);
    return unit;
  });
  const parts = [HEAD];
  let length = HEAD.length;
  for (let n = 0; length < bytes; n++) {
    for (const unit of units) {
      const text = unit(n);
      parts.push(text);
      length += Buffer.byteLength(text);
    }
  }
  return `${parts.join('')}\n`;
}
