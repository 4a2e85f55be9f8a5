import assert from 'node:assert/strict';
import type { DroppedDocuments } from '../../src/views/dropped-documents';
import { requireWithout } from './without-vscode';

type Item = { readonly asString: () => Promise<string>; readonly asFile: () => unknown };

const words = (text: string): Item => ({ asString: async () => text, asFile: () => undefined });
const file = (path?: string): Item => ({
  asString: async () => '',
  asFile: () => ({ name: 'a', ...(path !== undefined && { uri: { path } }) }),
});

interface Case {
  readonly name: string;
  readonly data: readonly (readonly [string, Item])[];
  readonly imported: readonly string[];
  readonly told?: RegExp;
}

const CASES: readonly Case[] = [
  {
    name: 'a Word document out of the Explorer is imported',
    data: [['text/uri-list', words('file:///drafts/a.docx')]],
    imported: ['/drafts/a.docx'],
  },
  {
    name: 'of several files, the Word documents are',
    data: [['text/uri-list', words('file:///a.docx\r\nfile:///b.png\r\nfile:///c.DOCX')]],
    imported: ['/a.docx', '/c.DOCX'],
  },
  {
    name: 'so is one out of the system’s own window of files',
    data: [['application/vnd.word', file('/home/a.docx')]],
    imported: ['/home/a.docx'],
  },
  {
    name: 'of other files alone, the command refuses the first: it says what to do with an .odt',
    data: [['text/uri-list', words('file:///b.odt\r\nfile:///c.png')]],
    imported: ['/b.odt'],
  },
  {
    name: 'where a browser hides the place of a file, it is said what to do',
    data: [['application/vnd.word', file()]],
    imported: [],
    told: /put it into the folder first/,
  },
];

describe('What is dropped into the Coverage view', () => {
  for (const { name, data, imported, told } of CASES)
    it(name, async () => {
      const done: string[] = [];
      const messages: string[] = [];
      const { DroppedDocuments: Dropped } = requireWithout<{
        DroppedDocuments: typeof DroppedDocuments<unknown>;
      }>('../../src/views/dropped-documents', {
        Uri: { parse: (text: string) => ({ path: text.replace('file://', '') }) },
        commands: {
          executeCommand: async (command: string, { path }: { path: string }) => {
            assert.equal(command, 'advocacy.importWord');
            done.push(path);
          },
        },
        window: { showInformationMessage: async (message: string) => messages.push(message) },
      });
      const given = new Map(data);
      await new Dropped().handleDrop(undefined, given as never);
      assert.deepEqual(done, imported);
      if (told === undefined) assert.deepEqual(messages, []);
      else assert.match(messages.join(), told);
    });
});
