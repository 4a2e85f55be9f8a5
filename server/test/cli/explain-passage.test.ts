import assert from 'node:assert/strict';
import { LEASE } from '../coverage/support';
import { inProcess as advocacy, workspace } from './run';

describe('advocacy explain --passage', () => {
  const text = `# Getting online

<!-- advocacy-covers digital -->
Residents without internet at home learned digital skills with our staff: 430 of them got online in 2025
at all eight branches.[^1]

<!-- advocacy-covers none -->
The car park has forty spaces.

[^1]: Ashcombe Libraries, annual return, 2025.
`;

  for (const line of [4, 5]) {
    it(`says what the passage on line ${line} argues, and why`, async () => {
      const cwd = workspace({ 'a.md': text });
      const { stdout, status } = await advocacy(['explain', '--passage', `a.md:${line}`], { cwd });
      assert.equal(status, 0);
      assert.match(
        stdout,
        /^a\.md, lines 4–5\n“Residents without internet at home learned .*”\n\nIt makes a case on Digital inclusion.*\n\nDigital inclusion: [◐●] (?:argued|evidenced)\n/s,
      );
      assert.match(stdout, /^ {2}[a-z’ ]+ {2,}“.+”/m, 'the words that led there');
      assert.match(stdout, /→ It makes the case/);
      assert.match(stdout, /How it was judged\n {2}By its author, in a comment before it: digital\.\n$/);
    });
  }

  it('says so where a line argues nothing', async () => {
    const { stdout, status } = await advocacy(['explain', '--passage', 'a.md:8'], {
      cwd: workspace({ 'a.md': text }),
    });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^a\.md, line 8\n“The car park has forty spaces\.”\n\nIt argues no area and no offer\.\n\nHow it was judged\n.*: none\.\n$/,
    );
  });

  it('says so where the paper as a whole is about other things', async () => {
    const plain = LEASE.map((line) => `${line}\n`);
    const club = 'The job club meets on Tuesdays, and helps unemployed people to write a CV.\n';
    const cwd = workspace({
      'a.md': ['---\nkind: report\n---\n', '# The lease\n', ...plain, club].join('\n'),
    });
    const line = 7 + 2 * plain.length;
    const { stdout } = await advocacy(['explain', '--passage', `a.md:${line}`], { cwd });
    assert.match(stdout, /Economic recovery: only mentioned, as the paper as a whole only speaks of it\./);
    assert.match(
      stdout,
      /It only mentions Economic recovery \([^)]*\): by itself it argues that, but the paper as a whole says too little of it\./,
    );
    assert.match(
      stdout,
      /→ This passage argues it\. As the paper as a whole says too little of it,.*“areas: \[economic\]”/s,
    );
    assert.doesNotMatch(stdout, /makes no case yet/);
  });

  it('says so of a topic that the paper as a whole does not even mention', async () => {
    const coffee =
      'At the Friday coffee morning in the library lonely older people meet others: “It is the only day that I talk to anybody,” said Jean Lee, who is 83.\n';
    const shelters = Array.from(
      { length: 15 },
      (_, week) =>
        `The library has two new bus shelters outside, and the council painted them in week ${week}.\n`,
    );
    const lines = ['---\nkind: report\n---\n', '# The shelters\n', ...shelters, coffee];
    const cwd = workspace({ 'a.md': lines.join('\n') });
    const { stdout } = await advocacy(['explain', '--passage', `a.md:${7 + 2 * shelters.length}`], { cwd });
    assert.match(
      stdout,
      /^How it was judged\n {2}Health and Wellbeing: not argued, as the paper as a whole is about other things\.$/m,
    );
  });

  it('has no numbers', async () => {
    const passage =
      'Residents without internet at home learned digital skills with library staff: 430 of them got online last year.';
    const cwd = workspace({ 'b.md': `# Getting online at the library\n\n${passage}\n` });
    const { stdout } = await advocacy(['explain', '--passage', 'b.md:3'], { cwd });
    assert.match(stdout, /^Digital inclusion: [◐●] (?:argued|evidenced)$/m);
    assert.doesNotMatch(stdout, /\d%|log odds|[+−]\d|How it was judged/);
  });

  it('does not contradict itself on an item of a list that is judged as one', async () => {
    const items = [
      'help job seekers find work and start businesses',
      'teach residents digital skills so they get online',
      '64 residents started a business',
    ];
    const text = `# Our libraries\n\nOur libraries:\n\n${items.map((item) => `- ${item}\n`).join('')}`;
    const cwd = workspace({ 'l.md': text });
    const { stdout: plain } = await advocacy(['explain', '--passage', 'l.md:6'], { cwd });
    assert.match(plain, /^It makes a case on Digital inclusion .* and Information and Digital/m);
    assert.match(
      plain,
      /^How it was judged\n {2}It is judged together with the short items beside it, 3 in all\. Those beside it, and not this one, are on Economic recovery\.$/m,
    );
  });

  it('finds no part of a case missing in a mention that it lists among what counts for one', async () => {
    const cwd = workspace({
      '.advocacy.json': '{ "framework": "ours.json" }',
      'ours.json': JSON.stringify({
        extends: null,
        title: 'Ours',
        topics: [
          { id: 'thrift', title: 'Thrift', argue: 'Show it.', beneficiaries: 'all', cues: ['repair café'] },
        ],
      }),
      'm.md':
        '# Our library\n\nOur libraries help residents to mend kettles at the repair café. In 2025, 214 residents took part, and 68% of them saved money.\n\nThe council has a page on the repair café.\n',
    });
    const on = async (line: number) =>
      (await advocacy(['explain', '--passage', `m.md:${line}`], { cwd })).stdout;
    const all = await on(3);
    assert.match(
      all,
      /^It only mentions Thrift \(“repair café”\): what it says of people and of what changes is too little for a case, and words such as “saved”.* count against one\.$/m,
    );
    assert.match(await on(5), /Thrift \(“repair café”\): no words were found in it for who benefits, /);
  });

  it('says what keeps a topic from being argued that comes to its threshold', async () => {
    const passage =
      'Job seekers learned with library staff to write a CV, and [insert number] of them found work.';
    const { stdout } = await advocacy(['explain', '--passage', 'b.md:3'], {
      cwd: workspace({ 'b.md': `# A job club at the library\n\n${passage}\n` }),
    });
    assert.match(
      stdout,
      /^ {2}Economic recovery: only mentioned, as something in it is still to be filled in\.$/m,
    );
  });

  it('says what a promise lacks that nobody makes', async () => {
    const passage =
      'The gap between disadvantaged children and other pupils has widened: one in five leaves primary school unable to read well, and parents ask for help.';
    const { stdout } = await advocacy(['explain', '--passage', 'p.md:3'], {
      cwd: workspace({ 'p.md': `# Why our library matters\n\n${passage}\n` }),
    });
    assert.match(
      stdout,
      /^ {2}Children’s Promise: only mentioned, as no library, none of its partners and no “we” is in it\.$/m,
    );
  });

  it('says what the short items beside one are on, with which it is judged', async () => {
    const items =
      '- Job seekers wrote a CV with staff\n- 64 residents started a business\n- On Tuesdays and Thursdays\n';
    const cwd = workspace({ 'l.md': `# Jobs at the library\n\nWith our help:\n\n${items}` });
    const { stdout } = await advocacy(['explain', '--passage', 'l.md:7'], { cwd });
    assert.match(
      stdout,
      /^l\.md, line 7\n“On Tuesdays and Thursdays”\n\nIt argues no area and no offer\. The short items beside it, with which it is judged together, are on .*Economic recovery/,
    );
    assert.match(stdout, /^ {2}It is judged together with the short items beside it, 3 in all\. /m);
  });

  it('says that a paper which does not speak of libraries claims nothing', async () => {
    const { stdout } = await advocacy(['explain', '--passage', 'c.md:3'], {
      cwd: workspace({
        'c.md': '# Roads\n\nPotholes were filled in eleven streets, so that residents can get to work.\n',
      }),
    });
    assert.match(stdout, /does not speak of libraries: whatever it says, it claims nothing/);
  });

  it('says what a line is that is no passage, and where the next one is', async () => {
    const cwd = workspace({ 'a.md': text });
    const on = async (line: number) =>
      (await advocacy(['explain', '--passage', `a.md:${line}`], { cwd })).stdout.replace(/^a\.md:?/, '');
    assert.match(await on(1), /^1 is no passage of the text .*; the next one begins on line 4\.\n$/);
    assert.match(await on(6), /; the next one begins on line 8\.\n$/);
    assert.match(await on(9), /; there is none after it\.\n$/, 'a footnote is none');
    const beyond = await advocacy(['explain', '--passage', 'a.md:99'], { cwd });
    assert.deepEqual(
      [beyond.status, beyond.stderr],
      [2, 'advocacy: a.md has 11 lines, and none is line 99.\n'],
    );
  });

  it('says how near a line comes to a topic that argues none, and what would help', async () => {
    const text =
      '# Our library\n\nStaff at the library sit with people at the keyboard until they can do it without us.\n';
    const { stdout } = await advocacy(['explain', '--passage', 'n.md:3'], {
      cwd: workspace({ 'n.md': text }),
    });
    assert.match(
      stdout,
      /It argues no area and no offer\. It comes nearest to [A-Z].*, with a probability of \d+%, where more than \d+% is needed\. Show /,
    );
  });

  it('needs a file and a line', async () => {
    const wrong = await advocacy(['explain', '--passage', 'a.md']);
    assert.deepEqual(
      [wrong.status, wrong.stderr],
      [2, 'advocacy: --passage is a file and a line, such as paper.md:12, not “a.md”.\n'],
    );
    const gone = await advocacy(['explain', '--passage', 'a.md:3']);
    assert.deepEqual([gone.status, gone.stderr], [2, 'a.md: there is no such file or folder.\n']);
  });
});
