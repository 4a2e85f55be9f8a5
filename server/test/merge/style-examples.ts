import type { Examples } from './examples';
import { BY, type Reviewer, who } from './reviewer';

const DANA = who('Dana Petrie', '31');

const SECTIONS = '# Plan\n\n## Need\n\nOne *text*.\n\n## Costs\n\nTwo.\n\n- first\n- second\n';

/** Gives words another look, without tracking. */
function look(reviewer: Reviewer, words: string, format: string): Reviewer {
  const run = new RegExp(
    `<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>([^<]*)${words}([^<]*)</w:t></w:r>`,
  );
  const [whole, own = '', before, after] = run.exec(reviewer.xml)!;
  const made = (text: string | undefined, properties: string): string =>
    text ? `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>` : '';
  const now = format === '' ? '' : `<w:rPr>${format}</w:rPr>`;
  return reviewer.change(whole, made(before, own) + made(words, now) + made(after, own));
}

/** Gives the paragraph that says something other properties, without tracking. */
export function restyled(reviewer: Reviewer, words: string, properties: string): Reviewer {
  const paragraph = reviewer.paragraph(words);
  const bare = paragraph.replace(/<w:pPr>.*?<\/w:pPr>/s, '');
  return reviewer.change(paragraph, bare.replace('<w:p>', `<w:p><w:pPr>${properties}</w:pPr>`));
}

const NESTED = '1. a\n   - b\n   - c\n2. d\n3. e\n';

/** Puts the item that says something on another level, as Tab and Shift+Tab do. */
function onLevel(reviewer: Reviewer, words: string, level: number, more = ''): Reviewer {
  const paragraph = new RegExp(`<w:p>(?:(?!</w:p>).)*<w:t[^>]*>${words}</w:t>.*?</w:p>`, 's').exec(
    reviewer.xml.replace(/.*<w:body>/s, ''),
  )!;
  const [whole] = /<w:p>(?:(?!<w:p>).)*$/s.exec(paragraph[0])!;
  const properties = /<w:pPr>(.*?)<\/w:pPr>/s.exec(whole)![1]!;
  const moved = properties.replace(/<w:ilvl w:val="\d"\/>/, `<w:ilvl w:val="${level}"/>`);
  return reviewer.change(whole, whole.replace(properties, moved + more));
}

export const STYLED: Examples = {
  'words that were made bold without tracking': [
    'We lend books here.\n',
    (r) => look(r, 'lend ', '<w:b/>'),
    'We {~~lend~>**lend**~~}{>>Word, undated<<} books here.\n',
  ],
  'words that are italic and no longer bold, without tracking': [
    '- We **lend** books.\n',
    (r) => look(r, 'lend', '<w:i/>'),
    '- We {~~**lend**~>*lend*~~}{>>Word, undated<<} books.\n',
  ],
  'words that are no longer bold, without tracking': [
    'We **lend** books.\n',
    (r) => look(r, 'lend', ''),
    'We {~~**lend**~>lend~~}{>>Word, undated<<} books.\n',
  ],
  'no change where a program says of a whole cell that it is bold': [
    '| A | B |\n| --- | --- |\n| Total | 12 |\n',
    (r) => look(r, 'Total', '<w:b/>'),
    '| A | B |\n| --- | --- |\n| Total | 12 |\n',
  ],
  'a heading of another level': [
    SECTIONS,
    (r) => restyled(r, 'Costs', '<w:pStyle w:val="Heading3"/>'),
    SECTIONS.replace('## Costs', '## {--Costs--}{>>Word, undated<<}\n\n### {++Costs++}{>>Word, undated<<}'),
  ],
  'a heading of another level, with tracking': [
    SECTIONS,
    (r) =>
      restyled(
        r,
        'Costs',
        `<w:pStyle w:val="Heading3"/><w:pPrChange w:id="9700" ${DANA}><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange>`,
      ),
    SECTIONS.replace('## Costs', `## {--Costs--}${BY}\n\n### {++Costs++}${BY}`),
  ],
  'a heading of another level, with words that were changed in it': [
    SECTIONS,
    (r) => restyled(r.insertAfter('Costs', ' now'), 'Costs', '<w:pStyle w:val="Heading3"/>'),
    SECTIONS.replace(
      '## Costs',
      `## Costs{++ now++}${BY}{>>Word, undated: This is a heading of level 3 in Word now.<<}`,
    ),
  ],
  'a heading that was made text': [
    SECTIONS,
    (r) => restyled(r, 'Costs', ''),
    SECTIONS.replace('## Costs', '## {--Costs--}{>>Word, undated<<}\n\n{++Costs++}{>>Word, undated<<}'),
  ],
  'text that was made a heading': [
    SECTIONS,
    (r) => restyled(r, 'One', '<w:pStyle w:val="Heading3"/>'),
    SECTIONS.replace(
      'One *text*.',
      '{--One *text*.--}{>>Word, undated<<}\n\n### {++One *text*.++}{>>Word, undated<<}',
    ),
  ],
  'text of two lines that was made a heading, which has one': [
    '# Plan\n\nOne\n*text*  \nmore.\n',
    (r) => restyled(r, 'One', '<w:pStyle w:val="Heading2"/>'),
    '# Plan\n\n{--One\n*text*  \nmore.--}{>>Word, undated<<}\n\n## {++One *text* more.++}{>>Word, undated<<}\n',
  ],
  'an item that was moved out': [
    NESTED,
    (r) => onLevel(r, 'b', 0),
    NESTED.replace('- b', '- b{>>Word, undated: In Word, this item was moved out by one level.<<}'),
  ],
  'an item that was moved in by two levels, with tracking': [
    NESTED,
    (r) => onLevel(r, 'd', 2, `<w:pPrChange w:id="9701" ${DANA}><w:pPr/></w:pPrChange>`),
    NESTED.replace('2. d', `2. d${BY.replace('<<}', ': In Word, this item was moved in by 2 levels.<<}')}`),
  ],
  'an item that was moved with those in it, once': [
    '1. a\n2. b\n   - c\n3. d\n4. e\n5. f\n',
    (r) => onLevel(onLevel(r, 'b', 1), 'c', 2),
    '1. a\n2. b{>>Word, undated: In Word, this item was moved in by one level.<<}\n   - c\n3. d\n4. e\n5. f\n',
  ],
  'no item where all of a list are on another level, as a template may have them': [
    '- a\n- b\n- c\n',
    (r) => onLevel(onLevel(onLevel(r, 'a', 1), 'b', 1), 'c', 1),
    '- a\n- b\n- c\n',
  ],
  'text that was made an item of the list below it': [
    SECTIONS,
    (r) => restyled(r, 'Two', /<w:numPr>.*?<\/w:numPr>/s.exec(r.paragraph('first'))![0]),
    SECTIONS.replace('Two.\n', '{--Two.--}{>>Word, undated<<}\n').replace(
      '- first',
      '- {++Two.++}{>>Word, undated<<}\n- first',
    ),
  ],
};
