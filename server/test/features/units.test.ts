import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Coverage, State, TopicCoverage } from '../../src/coverage/types';
import { parseDraft } from '../../src/draft';
import { base64ToBytes, bytesToBase64 } from '../../src/features/client/base64';
import { automaticFixes } from '../../src/features/code-actions/code-actions';
import { summary } from '../../src/features/coverage/code-lens';
import { insertAt } from '../../src/features/insert/placement';
import { FailureLog } from '../../src/features/session/log';
import type { Finding } from '../../src/rules/types';

describe('Files over the wire', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.deepEqual([...base64ToBytes(bytesToBase64(bytes))], [...bytes]);
        assert.equal(bytesToBase64(bytes), Buffer.from(bytes).toString('base64'));
      }),
    );
    const large = new Uint8Array(1_000_000).map((_, i) => i % 251);
    assert.equal(bytesToBase64(large), Buffer.from(large).toString('base64'));
  });
});

describe('The log of failures', () => {
  it('has each failure once, however often it comes', () => {
    const lines: string[] = [];
    const log = new FailureLog((message) => lines.push(message));
    for (let i = 0; i < 3; i++) log.failed('Checking a.md', new Error('one'));
    log.failed('Checking a.md', new Error('two'));
    log.failed('Checking b.md', 'three');
    assert.equal(lines.length, 3);
    assert.match(lines[0]!, /^Checking a\.md failed: Error: one/);
    assert.equal(lines[2], 'Checking b.md failed: three');
  });
});

describe('Fixing what can be fixed without questions', () => {
  const finding = (...edits: [number, number, string][]): Finding => ({
    rule: 'a-rule',
    severity: 'warning',
    message: 'm',
    span: { start: 0, end: 1 },
    fixes: [
      { title: 'by hand', edits: [{ span: { start: 0, end: 9 }, text: 'no' }] },
      {
        title: 'automatic',
        automatic: true,
        edits: edits.map(([start, end, text]) => ({ span: { start, end }, text })),
      },
    ],
  });

  it('takes the fixes that are marked so, the first one where two overlap', () => {
    const changes = automaticFixes([
      finding([4, 6, 'b']),
      finding([0, 2, 'a']),
      finding([5, 8, 'c']),
      { ...finding(), fixes: [] },
    ]);
    assert.deepEqual(
      changes.map(({ text }) => text),
      ['a', 'b'],
    );
  });
});

describe('Inserting at the cursor', () => {
  for (const [what, before, expected] of [
    ['an empty draft', '|', 'NEW\n'],
    ['a blank line', 'One.\n\n|\n\nTwo.\n', 'One.\n\nNEW\n\nTwo.\n'],
    ['the line below a paragraph', 'One.\n|', 'One.\n\nNEW\n'],
    ['inside a paragraph: after it', 'One | more.\n\nTwo.\n', 'One  more.\n\nNEW\n\nTwo.\n'],
    ['a paragraph right above a heading', 'One.|\n# Two\n', 'One.\n\nNEW\n\n# Two\n'],
    [
      'the front matter: after it',
      '---\nkind: | letter\n---\nOne.\n',
      '---\nkind:  letter\n---\n\nNEW\n\nOne.\n',
    ],
    ['a list item: after the list', '- a|\n- b\n\nTwo.\n', '- a\n- b\n\nNEW\n\nTwo.\n'],
    ['CRLF text', 'One.|\r\n\r\nTwo.\r\n', 'One.\r\n\r\nNEW\r\n\r\nTwo.\r\n'],
  ] as const) {
    it(`puts a block of its own: ${what}`, () => {
      const offset = before.indexOf('|');
      const source = before.replace('|', '');
      const { span, text: inserted } = insertAt(parseDraft(source), offset, 'NEW');
      assert.equal(source.slice(0, span.start) + inserted + source.slice(span.end), expected);
    });
  }
});

describe('What the code lens sums up', () => {
  const topic = (state: State, asked: boolean) => ({ state, asked }) as TopicCoverage;
  const sum = (some: Partial<Coverage>): string =>
    summary({
      kind: { title: 'Report' },
      areas: [],
      offers: [],
      promises: [],
      ...some,
    } as unknown as Coverage);
  const cases: readonly [what: string, some: Partial<Coverage>, expected: string][] = [
    ['nothing', {}, 'argues no area and no offer yet'],
    ['what is asked for', { areas: [topic('argued', true), topic('missing', true)] }, '1 of 2 areas argued'],
    [
      'what has evidence besides',
      { areas: [topic('evidenced', true), topic('argued', true)], offers: [topic('mentioned', true)] },
      '2 of 2 areas argued (1 with evidence), 0 of 1 offer argued',
    ],
    ['what nobody asks for, where it is argued', { offers: [topic('argued', false)] }, '1 offer argued'],
    ['not what nobody asks for', { offers: [topic('mentioned', false)] }, 'argues no area and no offer yet'],
    ['a promise where it is asked for', { promises: [topic('argued', true)] }, '1 of 1 promise argued'],
    ['no other promise', { promises: [topic('argued', false)] }, 'argues no area and no offer yet'],
  ];
  for (const [what, some, expected] of cases) {
    it(`is ${what}`, () => assert.equal(sum(some), `Report: ${expected}`));
  }
});
