import { comment, commented, deleted, inserted, marked, para, run, table } from '../docx/make';
import { BOLD, cases, DANA } from './helpers';

describe('A Word document that was reviewed becomes Markdown', () => {
  const note = (text: string, who = 'Dana Petrie'): string => `{>>${who}, 3 Oct 2026 09:31: ${text}<<}`;
  cases([
    {
      name: 'insertions, deletions and replacements',
      body: para(
        run('Open ') +
          inserted('every ') +
          run('day') +
          deleted(' but Mondays') +
          run(', ') +
          deleted('free') +
          inserted('at no cost'),
      ),
      expected: `Open {++every ++}${DANA}day{-- but Mondays--}${DANA}, {~~free~>at no cost~~}${DANA}`,
    },
    {
      name: 'replacements whose new words stand first, as LibreOffice writes them',
      body: para(
        inserted('at no cost') + deleted('free') + run(', ') + deleted('a') + inserted('b') + deleted('c'),
      ),
      expected: `{~~free~>at no cost~~}${DANA}, {~~a~>b~~}${DANA}{--c--}${DANA}`,
    },
    {
      name: 'replacements by two people as a change of each',
      body: para(deleted('free') + inserted('at no cost', 'w:author="R. Shah"')),
      expected: `{--free--}${DANA}{++at no cost++}{>>R. Shah, undated<<}`,
    },
    {
      name: 'moves as a deletion and an insertion',
      body: para(
        `${run('a ')}<w:moveFrom w:id="1" w:author="D">${run('b')}</w:moveFrom>${run(' c ')}<w:moveTo w:id="2" w:author="D">${run('b')}</w:moveTo>`,
      ),
      expected: 'a {--b--}{>>D, undated<<} c {++b++}{>>D, undated<<}',
    },
    {
      name: 'changes of a format that Markdown has, and of no other',
      body: para(
        run('bold', `${BOLD}<w:rPrChange w:id="1" w:author="D"><w:rPr/></w:rPrChange>`) +
          run(' red', '<w:color w:val="FF0000"/><w:rPrChange w:id="2" w:author="D"><w:rPr/></w:rPrChange>'),
      ),
      expected: '{~~bold~>**bold**~~}{>>D, undated<<} red',
    },
    {
      name: 'days whose month or number was changed, with ordinary spaces',
      body: para(
        run('By 3\u00a0') +
          deleted('May') +
          inserted('June') +
          run(', or ') +
          deleted('4') +
          inserted('5') +
          run('\u00a0July.'),
      ),
      expected: `By 3 {~~May~>June~~}${DANA}, or {~~4~>5~~}${DANA} July.`,
    },
    {
      name: 'whole paragraphs, as Word inserts and deletes them',
      body:
        para('First.', marked('ins')) +
        para(inserted('New.')) +
        para(deleted('Old.'), marked('del')) +
        para('Last.'),
      expected: `First.\n\n{++New.++}${DANA}\n\n{--Old.--}${DANA}\n\nLast.`,
    },
    {
      name: 'a paragraph that was divided',
      body: para('One. ', marked('ins')) + para('Two.'),
      expected: `One. {--Two.--}${DANA}\n\n{++Two.++}${DANA}`,
    },
    {
      name: 'paragraphs that were joined',
      body: para('One. ', marked('del')) + para('Two.'),
      expected: `One. {++Two.++}${DANA}\n\n{--Two.--}${DANA}`,
    },
    {
      name: 'rows',
      body: table([['a'], ['b']]).replace(
        '<w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">b',
        '<w:tr><w:trPr><w:del w:id="1" w:author="Dana Petrie" w:date="2026-10-03T09:31:00Z"/></w:trPr><w:tc><w:p><w:r><w:t xml:space="preserve">b',
      ),
      expected: `| a |\n| --- |\n| {--b--}${DANA} |`,
    },
    {
      name: 'changes in links and in the results of fields',
      body: para(
        `<w:hyperlink r:id="l">${run('the ')}${inserted('annual ')}${run('return')}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${deleted(' 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
      parts: { links: { l: 'https://wexmoor.example/' } },
      expected: `[the](https://wexmoor.example/) {++[annual](https://wexmoor.example/) ++}${DANA}[return](https://wexmoor.example/){-- 3--}${DANA}`,
    },
    {
      name: 'nothing of what was inserted and then deleted',
      body: para(
        `${run('a')}<w:ins w:id="1" w:author="D"><w:del w:id="2" w:author="D"><w:r><w:delText>b</w:delText></w:r></w:del></w:ins>`,
      ),
      expected: 'a',
    },
    {
      name: 'comments with replies, on words, at a point, and resolved',
      body: para(run('Visits ') + commented(0, 'rose') + run('.') + commented(1, '<w:r/>')),
      parts: {
        comments: `${comment(0, 'Where from?')}${comment(1, 'Good.\u00a0Keep.')}${comment(2, 'The return.', 'R. Shah')}`,
        commentsExtended:
          '<w15:commentEx w15:paraId="10000000" w15:done="1"/><w15:commentEx w15:paraId="10000002" w15:paraIdParent="10000000"/>',
      },
      expected: `Visits {==rose==}{>>Dana Petrie, 3 Oct 2026 09:31 (resolved): Where from?<<}${note('The return.', 'R. Shah')}.${note('Good.\u00a0Keep.')}`,
    },
    {
      name: 'two comments on the same, which do not answer each other',
      body: para(
        '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>' +
          run('rose') +
          '<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="1"/>',
      ),
      parts: { comments: comment(0, 'a') + comment(1, 'b') },
      expected: `{==rose==}${note('a')}{====}${note('b')}`,
    },
    {
      name: 'a comment on part of what another is on, and two that overlap',
      body: para(
        `<w:commentRangeStart w:id="0"/>${run('a ')}<w:commentRangeStart w:id="1"/>${run('b')}<w:commentRangeEnd w:id="1"/><w:commentRangeStart w:id="2"/>${run(' c')}<w:commentRangeEnd w:id="0"/>${run(' d')}<w:commentRangeEnd w:id="2"/>`,
      ),
      parts: { comments: comment(0, 'x') + comment(1, 'y') + comment(2, 'z') },
      expected: `{==a {==b==}${note('y')} c==}${note('x')}{== d==}${note('z')}`,
    },
    {
      name: 'a comment on several paragraphs, in the first of them',
      body: `${para(`${run('a ')}<w:commentRangeStart w:id="0"/>${run('b')}`)}${para(`${run('c')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`)}`,
      parts: { comments: comment(0, 'x') },
      expected: `a {==b==}${note('x')}\n\nc`,
    },
    {
      name: 'a comment on nothing in the text, at the end',
      body: para('a'),
      parts: { comments: comment(0, 'x') },
      expected: `a\n\n${note('x')}`,
    },
    {
      name: 'accepted, where that is asked for',
      body: para(`${run('a ')}${inserted('b ')}${deleted('c ')}`, marked('del')) + para(commented(0, 'd')),
      parts: { comments: comment(0, 'x') },
      options: { changes: 'accept', comments: 'drop' },
      expected: 'a b d',
    },
    {
      name: 'rejected, where that is asked for',
      body: para(`${run('a ')}${inserted('b ')}${deleted('c ')}`, marked('ins')) + para(commented(0, 'd')),
      parts: { comments: comment(0, 'x') },
      options: { changes: 'reject' },
      expected: `a c {==d==}${note('x')}`,
    },
  ]);
});
