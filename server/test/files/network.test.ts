import assert from 'node:assert/strict';
import { remoteAddressProblem } from '../../src/files/remote';

describe('An address of a file', () => {
  const open = (): string[] => ['file:///home/papers', 'file://office.example/papers/a.md'];

  for (const address of [
    'file://evil.example/share/a.md',
    'FILE://evil.example/share',
    ' file://evil.example/share',
    'file:////evil.example/share',
    'file:/\\evil.example/share',
    'file:///%5C%5Cevil.example/share',
    'file:////%3F/UNC/evil.example/share',
    'file:///%5C%5Cevil.example/share/100%.md',
    'file:///%5C%5Cevil.example/share/%FF.md',
    'file:////./pipe/x',
    '\\\\evil.example\\share\\a.dotx',
    '//evil.example/share/a.dotx',
    'file://office.example.evil.example/papers',
  ]) {
    it(`leads to another computer: ${address}`, () =>
      assert.match(remoteAddressProblem(address, open) ?? '', /is on another computer in the network/));
  }

  for (const address of [
    'file:///home/papers/a.md',
    'file:/home/papers/a.md',
    'file:///C:/papers/a.md',
    'file:///home//papers',
    'file:///home/papers/100%.md',
    'file:///%255C%255Chome/papers/100%.md',
    '/home/papers',
    'C:\\papers',
    'committee-paper',
    'untitled:Untitled-1',
    'vscode-vfs://github/owner/papers',
    'https://example.org/a.md',
    'file://office.example/other/b.docx',
    'file:////OFFICE.example/papers',
  ]) {
    it(`leads to this computer, or to one where something is open: ${address}`, () =>
      assert.equal(remoteAddressProblem(address, open), undefined));
  }
});
