import assert from 'node:assert/strict';
import { docx, HEADINGS, inserted, PNG, para, picture, run, styled } from '../docx/make';
import { inProcess as advocacy, workspace } from './run';

const PAPER = docx(
  styled('berschrift1', 'Ashcombe Road library') +
    styled('berschrift2', 'Visits') +
    para(picture('p')) +
    styled('berschrift2', 'Digital help') +
    para(
      'Staff sit with residents who have no internet at home and help them to apply for Universal Credit online, so that they find work.',
    ),
  { styles: HEADINGS, media: { p: ['media/a.png', PNG] } },
);

interface Findings {
  readonly findings: readonly { readonly rule: string; readonly line: number; readonly heading?: string }[];
}

describe('A Word document on the command line', () => {
  it('is checked like a draft, with the heading above each finding', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    const outcome = await advocacy(['check', 'paper.docx', '--format', 'json'], { cwd });
    const [file] = JSON.parse(outcome.stdout) as Findings[];
    const found = file!.findings.filter(({ rule }) => /alt-text|image/.test(rule));
    assert.deepEqual(
      found.map(({ rule, line, heading }) => [rule, line, heading]),
      [['alt-text-missing', 9, 'Visits']],
      'the picture has no description, and is not missing',
    );
    assert.equal(outcome.stderr, '');
  });

  it('has lines of the Markdown that an import makes of it', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    await advocacy(['import', 'paper.docx', '-o', 'paper.md'], { cwd });
    const places = async (file: string) => {
      const { stdout } = await advocacy(['check', file, '--format', 'json'], { cwd });
      return (JSON.parse(stdout) as Findings[])[0]!.findings.map(({ rule, line }) => `${rule} ${line}`);
    };
    assert.deepEqual(await places('paper.docx'), await places('paper.md'));
  });

  it('is held to what it clearly looks like, as its import is, unless you say what it is', async () => {
    const letter = docx(para('Dear Councillor Haleem,') + para('Keep Ashby open.') + para('Yours sincerely'));
    const cwd = workspace({ 'old.docx': letter });
    const kindOf = async (...words: string[]) =>
      (JSON.parse((await advocacy([...words, '--format', 'json'], { cwd })).stdout) as { kind: string }[])[0]!
        .kind;
    assert.equal(await kindOf('coverage', 'old.docx'), 'letter');
    await advocacy(['import', 'old.docx', '-o', 'old.md'], { cwd });
    const messages = async (...words: string[]) =>
      (await advocacy(['check', ...words], { cwd })).stdout
        .replace(/^.*\d+:\d+/gm, '')
        .replace(/old\.(docx|md)/g, '');
    assert.equal(await messages('old.docx', '--all'), await messages('old.md', '--all'));
    assert.notEqual(
      await messages('old.docx', '--all', '--kind', 'report'),
      await messages('old.docx', '--all'),
    );
  });

  it('says in words for people where a finding stands', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    const { stdout } = await advocacy(['check', 'paper.docx'], { cwd });
    assert.match(stdout, /\(Below “Visits”\.\) {2}alt-text-missing/);
  });

  it('has its coverage shown, with the heading above each passage', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    const { stdout, status } = await advocacy(['coverage', 'paper.docx', '--format', 'json'], { cwd });
    const [{ title, areas }] = JSON.parse(stdout);
    const digital = areas.find(({ id }: { id: string }) => id === 'digital');
    assert.deepEqual(
      [status, title, digital.passages[0]?.heading],
      [0, 'Ashcombe Road library', 'Digital help'],
    );
    assert.match((await advocacy(['coverage', 'paper.docx'], { cwd })).stdout, /below “Digital help”/);
  });

  it('is judged as if its changes were accepted', async () => {
    const body = styled('berschrift1', 'A paper') + para(run('Ann ') + inserted('and Bob ') + run('came.'));
    const cwd = workspace({ 'paper.docx': docx(body, { styles: HEADINGS }) });
    const { stdout } = await advocacy(['check', 'paper.docx', '--format', 'json'], { cwd });
    const rules = (JSON.parse(stdout) as Findings[])[0]!.findings.map(({ rule }) => rule);
    assert.deepEqual(rules, []);
  });

  it('that cannot be read is told of, and the rest is done', async () => {
    const cwd = workspace({ 'a.docx': 'no document', 'paper.docx': PAPER });
    const outcome = await advocacy(['check', 'a.docx', 'paper.docx', '--format', 'json'], { cwd });
    assert.deepEqual(
      [outcome.status, outcome.stderr, JSON.parse(outcome.stdout).length],
      [
        2,
        'a.docx: this cannot be read: it is no Word document: it is damaged, or another kind of file.\n',
        1,
      ],
    );
  });

  it('is not exported, but for what an import makes of it', async () => {
    const cwd = workspace({ 'paper.docx': PAPER });
    const outcome = await advocacy(['export', 'paper.docx', '-o', 'other.docx'], { cwd });
    assert.deepEqual(
      [outcome.status, outcome.stderr],
      [2, 'paper.docx: this is a Word document. “advocacy import” makes a draft of it.\n'],
    );
  });
});
