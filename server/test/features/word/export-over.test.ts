import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { ownerFileName } from '../../../src/features/word/owner-files';
import { Editor } from '../editor';
import { refusal } from '../refusal';

const DRAFT =
  '---\ntitle: Ashby\nkind: letter\n---\n\n# Ashby\n\nThe library opened in 1962. We ask you to keep it open.\n';
const EXPORT = 'advocacy.server.exportWord';

/** Word's file beside a document that it has open: a length, a name, blanks. */
const owner = (name: string): Uint8Array => {
  const bytes = new Uint8Array(162).fill(0x20);
  bytes[0] = name.length;
  bytes.set(Buffer.from(name, 'latin1'), 1);
  return bytes;
};

describe('A Word document that is open elsewhere', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('is not written over while the sign of Word lies beside it, and the message says who has it', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby-road.md', DRAFT);
    await editor.execute(EXPORT, uri);
    const before = readFileSync(join(editor.folder, 'ashby-road.docx'));
    writeFileSync(join(editor.folder, '~$hby-road.docx'), owner('Ruth Ademola'));
    await editor.replace(uri, '1962', '1963');
    const { message, data } = await refusal(editor.execute(EXPORT, uri));
    assert.deepEqual(data, { reason: 'open', uri: editor.uri('ashby-road.docx') });
    assert.match(message, /^ashby-road\.docx is open in Word \(Ruth Ademola\)\./);
    assert.deepEqual(readFileSync(join(editor.folder, 'ashby-road.docx')), before);
    await editor.execute(EXPORT, uri, null, { despiteOpen: true });
    assert.notDeepEqual(readFileSync(join(editor.folder, 'ashby-road.docx')), before);
  });

  it('is not written over while LibreOffice has it either', async () => {
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', DRAFT);
    writeFileSync(join(editor.folder, '.~lock.ashby.docx#'), ',[x](y),host,25.11.2026 10:00,file:///home;');
    const { message, data } = await refusal(editor.execute(EXPORT, uri));
    assert.equal(data.reason, 'open');
    assert.match(message, /^ashby\.docx is open in LibreOffice\./);
  });

  it('tells nothing from outside the workspace where the sign that LibreOffice has it is a link', async function () {
    if (process.platform === 'win32') {
      console.log('      left out: links are made as on Linux and macOS');
      this.skip();
    }
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', DRAFT);
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    try {
      writeFileSync(join(outside, 's.txt'), 'secret-token-outside');
      for (const target of ['s.txt', 'nothing.txt']) {
        const sign = join(editor.folder, '.~lock.ashby.docx#');
        symlinkSync(join(outside, target), sign);
        const { message, data } = await refusal(editor.execute(EXPORT, uri));
        assert.equal(data.reason, 'open');
        assert.match(
          message,
          /^ashby\.docx is open in LibreOffice\. Close/,
          'whether it is there is not told either',
        );
        rmSync(sign);
      }
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  it('is said to be locked where the system does not let it be written', async function () {
    if (process.platform !== 'linux') {
      console.log('      left out: only Linux keeps a program that runs from being written, whoever asks');
      this.skip();
    }
    editor = await Editor.start({ settings: {} });
    const uri = await editor.open('ashby.md', DRAFT);
    const target = join(editor.folder, 'ashby.docx');
    copyFileSync('/bin/sleep', target);
    chmodSync(target, 0o755);
    const program = spawn(target, ['60']);
    try {
      await once(program, 'spawn');
      const { message, data } = await refusal(editor.execute(EXPORT, uri, null, { force: true }));
      assert.deepEqual(data, { reason: 'locked', uri: editor.uri('ashby.docx') });
      assert.match(message, /^ashby\.docx cannot be written: another program has it open/);
    } finally {
      program.kill();
    }
    assert.deepEqual(readFileSync(target), readFileSync('/bin/sleep'));
  });

  it('is said to be locked where the editor says so of its own files', async () => {
    let code = '';
    const refuse = () => {
      throw new ResponseError(LSPErrorCodes.RequestFailed, 'Busy', { code });
    };
    editor = await Editor.start({
      settings: {},
      initializationOptions: { editorFiles: true },
      answers: {
        'advocacy/fs/read': () => null,
        'advocacy/fs/stat': () => null,
        'advocacy/fs/list': () => [],
        'advocacy/fs/write': refuse,
      },
    });
    const uri = await editor.open('ashby.md', DRAFT);
    for (code of ['NoPermissions', 'Unavailable', 'EBUSY', 'EPERM', 'EACCES', 'ETXTBSY']) {
      const { data } = await refusal(editor.execute(EXPORT, uri, 'memory:/ashby.docx'));
      assert.equal(data.reason, 'locked');
    }
    code = 'NoSpace';
    assert.equal((await refusal(editor.execute(EXPORT, uri, 'memory:/ashby.docx'))).data?.reason, undefined);
  });

  for (const [name, sign] of [
    ['ashby.docx', '~$ashby.docx'],
    ['abcdef.docx', '~$abcdef.docx'],
    ['abcdefg.docx', '~$bcdefg.docx'],
    ['abcdefgh.docx', '~$cdefgh.docx'],
    ['a report.v2.docx', '~$report.v2.docx'],
  ] as const) {
    it(`has in Word, as ${name}, the sign ${sign}`, () => assert.equal(ownerFileName(name), sign));
  }
});
