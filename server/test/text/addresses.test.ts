import assert from 'node:assert/strict';
import { danger, decodedAddress } from '../../src/text/addresses';

describe('An address that others may follow', () => {
  for (const address of [
    'https://example.org/a',
    'HTTP://example.org/a',
    'mailto:ruth@example.org',
    'tel:+441632960001',
    'sms:+441632960001',
    ' https://example.org/a ',
    'ht\ntps://example.org/a',
    'minutes/2026-03:draft.md',
    'minutes(June):draft.md',
    '?page=2:3',
    '#a:b',
    '/papers/report.pdf',
    'papers//report.pdf',
    './report.md',
    '../../papers/report.pdf',
    'papers etc.//report.pdf',
    '?back=/..//report.pdf',
    'https://example.org/papers/..//report.pdf',
    '',
  ]) {
    it(`is safe: ${JSON.stringify(address)}`, () => assert.equal(danger(address), undefined));
  }

  for (const [address, shown] of [
    ['javascript:alert(1)', 'javascript'],
    ['JavaScript:alert(1)', 'javascript'],
    [' \u0001java\tscript:alert(1)', 'javascript'],
    ['javascript%3aalert(1)', 'javascript'],
    ['C:\\Users\\me', 'c'],
    ['java%73cript%3Ax', 'java%73cript'],
    ['\u200Bapplescript:x', '\u200bapplescript'],
    [':x', ''],
    // Any program that is installed may have its own.
    ...'vbscript file data ms-word search-ms smb ssh ldap telnet ftp vscode onenote shortcuts iterm2 intent webcal mailto2 made-up made_up'
      .split(' ')
      .map((scheme) => [`${scheme}:https://evil.example/x`, scheme] as const),
    [`${'a'.repeat(30)}:b`, 'a'.repeat(30)],
    [`${'a'.repeat(31)}:b`, `${'a'.repeat(29)}…`],
  ] as const) {
    it(`is not, and says what it begins with: ${JSON.stringify(address)}`, () => {
      assert.match(danger(address)!, new RegExp(`^links to “${shown}:” are not safe`));
    });
  }

  for (const address of [
    '//evil.example/a',
    '\\\\evil.example\\a',
    ' \t/\\evil.example/a',
    '%5C%2fevil.example/a',
    '../..//evil.example/a',
    'papers/%2E.%5C/evil.example/a?b#c',
    // What Windows itself calls a network folder.
    '\\??\\UNC\\evil.example\\a',
    '/%3F?/UNC/evil.example/a',
  ]) {
    it(`is not, as it leads to a network folder: ${JSON.stringify(address)}`, () => {
      assert.equal(danger(address), 'it leads to a network folder');
    });
  }

  for (const address of [
    'mailto:?attach=/home/ruth/.ssh/id_rsa',
    'mailto:a@example.org?subject=Hello&Attachment=C:/passwords.txt',
    'MAILTO:a@example.org?%61ttach=a',
    'mailto:a@example.org?subject=a&amp;attach=a',
  ]) {
    it(`is not, as it may put a file of the reader's into an e-mail: ${JSON.stringify(address)}`, () => {
      assert.equal(danger(address), 'a link to e-mail must not attach a file of whoever follows it');
    });
  }

  it('may give an e-mail its subject and its text', () => {
    assert.equal(danger('mailto:a@example.org?subject=Attached%20plan&body=See%20attachment'), undefined);
  });

  it('is read without its per cent signs, and as it stands where they are none', () => {
    assert.equal(decodedAddress('caf%C3%A9%20menu.png'), 'café menu.png');
    assert.equal(decodedAddress('50% off.png'), '50% off.png');
  });
});
