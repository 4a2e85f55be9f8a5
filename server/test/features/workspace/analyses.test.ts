import assert from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { readClient } from '../../../src/features/client/client';
import { noFiles } from '../../../src/features/client/editor-files';
import { PushedDiagnostics } from '../../../src/features/diagnostics/diagnostics';
import { Analyses } from '../../../src/features/workspace/analyses';
import { Documents } from '../../../src/features/workspace/documents';
import { PictureFiles } from '../../../src/features/workspace/pictures';
import { Projects } from '../../../src/features/workspace/projects';
import { SettingsStore } from '../../../src/features/workspace/settings';
import type { Files } from '../../../src/files';
import { briefing } from '../drafts';
import { rulesOf } from '../editor';

const uri = 'file:///w/ashby.md';
const silent = { rules: { 'placeholder-unfilled': 'off' } };
const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('What a document is judged against, when it changes while it is loaded', () => {
  const failed = (...what: unknown[]): never => assert.fail(String(what));

  function set(files: Files, ask: () => Promise<unknown>, month = () => 202611, text = briefing) {
    const documents = new Documents(failed);
    documents.open({ textDocument: { uri, languageId: 'markdown', version: 1, text } });
    const projects = new Projects(
      files,
      () => 'file:///w',
      () => {},
      failed,
    );
    const settings = new SettingsStore(ask);
    const options = { checkAll: false, paranoid: false };
    const pictures = new PictureFiles(files, () => 'file:///w', failed);
    const scopeOf = () => 'file:///w';
    const from = { documents, projects, settings, pictures, scopeOf, month, options, failed };
    const analyses = new Analyses(from);
    const sent: PublishDiagnosticsParams[] = [];
    const client = readClient({ processId: null, rootUri: null, capabilities: {} });
    const pushed = new PushedDiagnostics(analyses, client, (params) => sent.push(params));
    return { projects, settings, analyses, pushed, sent };
  }

  it('are the new settings, even where the old ones come last', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const { settings, analyses, pushed, sent } = set(
      noFiles,
      () => new Promise((resolve) => answers.push(resolve)),
    );
    pushed.publish(uri);
    const before = analyses.get(uri);
    settings.clear();
    pushed.publish(uri);
    const after = analyses.get(uri);
    answers[1]!(silent);
    assert.equal((await after)?.settings.rules['placeholder-unfilled'], 'off');
    answers[0]!({});
    assert.equal((await before)?.settings.rules['placeholder-unfilled'], 'off');
    assert.ok(sent.length > 0);
    for (const { diagnostics } of sent) assert.ok(!rulesOf(diagnostics).includes('placeholder-unfilled'));
  });

  it('is the new configuration, even where the old one comes last', async () => {
    const answers: ((bytes: Uint8Array) => void)[] = [];
    const asked: (() => void)[] = [];
    const reading = (count: number) =>
      new Promise<void>((resolve) => {
        if (answers.length >= count) resolve();
        else asked[count] = resolve;
      });
    const files: Files = {
      ...noFiles,
      stat: async (of) => (of === 'file:///w/.advocacy.json' ? { type: 'file', size: 50 } : undefined),
      read: (of) =>
        of === 'file:///w/.advocacy.json'
          ? new Promise((resolve) => {
              answers.push(resolve);
              asked[answers.length]?.();
            })
          : Promise.resolve(undefined),
    };
    const { projects, analyses, pushed, sent } = set(files, async () => ({}));
    pushed.publish(uri);
    const before = analyses.get(uri);
    await reading(1);
    projects.clear();
    pushed.publish(uri);
    const after = analyses.get(uri);
    await reading(2);
    answers[1]!(encoded(silent));
    assert.equal((await after)?.project.configuration.rules['placeholder-unfilled'], 'off');
    answers[0]!(encoded({}));
    assert.equal((await before)?.project.configuration.rules['placeholder-unfilled'], 'off');
    assert.ok(sent.length > 0);
    for (const { diagnostics } of sent) assert.ok(!rulesOf(diagnostics).includes('placeholder-unfilled'));
  });

  it('is the month that it is, where a draft stays open over night and nobody changes it', async () => {
    let month = 202612;
    const text =
      '---\nkind: briefing\n---\n\n# More hours\n\nVisits rose by 12%.[^1]\n\n[^1]: Department for Culture, Media and Sport, *Taking Part*, January 2022.\n';
    const { analyses, pushed, sent } = set(
      noFiles,
      async () => ({}),
      () => month,
      text,
    );
    const found = async (): Promise<boolean> => {
      await pushed.publish(uri);
      assert.ok(analyses.isComputed((await analyses.get(uri))!));
      return rulesOf(sent.at(-1)!.diagnostics).includes('source-stale');
    };
    assert.equal(await found(), false);
    month = 202802;
    assert.equal(await found(), true);
  });
});
