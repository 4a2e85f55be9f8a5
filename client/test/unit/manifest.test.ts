import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';

const root = join(__dirname, '../../..');
const { contributes } = manifest;
const commands = new Set(contributes.commands.map(({ command }) => command));

describe('The manifest', () => {
  it('has the commands that are promised, all under one name', () => {
    for (const name of [
      'newDraft',
      'insertSnippet',
      'insertEvidence',
      'insertSection',
      'nextPlaceholder',
      'previousPlaceholder',
      'exportWord',
      'exportWordAs',
      'exportAll',
      'showCoverage',
      'checkWorkspace',
      'coverageReport',
      'createConfiguration',
      'setUp',
      'restartServer',
      'showOutput',
    ]) {
      assert.ok(commands.has(`advocacy.${name}`), name);
    }
    assert.ok(contributes.commands.every(({ category }) => category === 'Library Advocacy'));
  });

  it('has the settings that are promised, each with a description and a default', () => {
    const settings = contributes.configuration.properties as Record<string, Record<string, unknown>>;
    assert.deepEqual(Object.keys(settings).sort(), [
      'advocacy.check',
      'advocacy.checkOn',
      'advocacy.codeLens.enabled',
      'advocacy.rules',
      'advocacy.trace.server',
      'advocacy.word.exportOnSave',
      'advocacy.word.openAfterExport',
      'advocacy.word.reviewBeforeExport',
      'advocacy.word.template',
    ]);
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(setting.description ?? setting.markdownDescription, name);
      assert.notEqual(setting.default, undefined, name);
      if (Array.isArray(setting.enum)) {
        assert.equal((setting.enumDescriptions as unknown[]).length, setting.enum.length, name);
      }
    }
  });

  it('uses in menus and welcome texts only commands that there are', () => {
    const used = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    const linked = [
      ...JSON.stringify([contributes.viewsWelcome, contributes.walkthroughs]).matchAll(/command:([\w.]+)/g),
    ]
      .map(([, command]) => command!)
      .filter((command) => command.startsWith('advocacy.'));
    assert.ok(linked.length > 4);
    const keys = contributes.keybindings.map(({ command }) => command);
    assert.deepEqual(keys, ['advocacy.nextPlaceholder', 'advocacy.previousPlaceholder']);
    for (const command of [...used, ...keys, ...linked]) assert.ok(commands.has(command), command);
  });

  it('names only files that there are, and that the package takes along', () => {
    const taken = readFileSync(join(root, '.vscodeignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const files = [
      manifest.icon,
      ...contributes.snippets.map(({ path }) => path),
      ...[...contributes.jsonValidation, ...contributes.yamlValidation].map(({ url }) => url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    for (const file of files) {
      const path = file.replace(/^\.\//, '');
      assert.ok(existsSync(join(root, path)), path);
      const folder = path.slice(0, path.lastIndexOf('/'));
      assert.ok(
        taken.some((pattern) => pattern === path || pattern.startsWith(`${folder}/*`)),
        path,
      );
    }
  });

  it('works in folders that are on no disk, and in ones that are not trusted but for what reads or writes elsewhere', () => {
    const { supported, description, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['advocacy.word.template', 'advocacy.word.exportOnSave']);
    // It says what is restricted.
    assert.match(description, /Word template.*exporting on save/);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.ok(manifest.browser);
  });
});
