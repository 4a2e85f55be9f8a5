import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json';
import { withFindings } from '../../../scripts/lib/settings';
import { findingSetting } from '../../../server/src/features/workspace/settings';
import { WORD_ENDINGS } from '../../../server/src/files/endings';
import { rules } from '../../../server/src/rules';
import { pageOf } from '../../../server/src/rules/lib/pages';

const root = join(__dirname, '../../..');
const { contributes } = manifest;
const commands = new Set(contributes.commands.map(({ command }) => command));

describe('The manifest', () => {
  it('has settings that VS Code finds by the name of the extension, which its search does not look at', () => {
    for (const { properties } of contributes.configuration)
      for (const [id, setting] of Object.entries<{ keywords?: readonly string[] }>(properties))
        assert.ok(setting.keywords?.includes(manifest.displayName), id);
  });

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
      'exportFinal',
      'exportAll',
      'bringReviewBack',
      'exportChanges',
      'importWord',
      'commentOnSelection',
      'answerComment',
      'removeResolvedComments',
      'nextReviewMark',
      'previousReviewMark',
      'acceptChange',
      'rejectChange',
      'acceptAllChanges',
      'rejectAllChanges',
      'checkWord',
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
    const settings = contributes.configuration[0]!.properties as unknown as Record<
      string,
      Record<string, unknown>
    >;
    assert.deepEqual(Object.keys(settings).sort(), [
      'advocacy.check',
      'advocacy.checkOn',
      'advocacy.codeLens.enabled',
      'advocacy.rules',
      'advocacy.trace.server',
      'advocacy.word.exportOnSave',
      'advocacy.word.offerImport',
      'advocacy.word.openAfterExport',
      'advocacy.word.pictures',
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

  it('has a list to choose from for how serious each finding is (`npm run docs` writes it after a change)', () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8').replace(/\r\n/g, '\n');
    assert.equal(text, withFindings(text));
    const lists = contributes.configuration.slice(1).flatMap(({ properties }) => Object.entries(properties));
    assert.deepEqual(
      lists.map(([key]) => key).sort(),
      rules.map(({ id }) => `advocacy.findings.${findingSetting(id)}`).sort(),
    );
    for (const [key, list] of lists) {
      // Plain words: no ids, no files, nothing that only programmers know.
      assert.match(list.description, /^[A-Z][^`{}_]{8,}\.$/, key);
      assert.doesNotMatch(list.description, /front matter|\.json|[a-z]-missing/, key);
      assert.equal(list.enumItemLabels.length, list.enum.length, key);
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
    assert.deepEqual(keys, [
      'advocacy.nextPlaceholder',
      'advocacy.previousPlaceholder',
      'advocacy.tabToNextPlaceholder',
      'advocacy.tabToPreviousPlaceholder',
      'advocacy.nextReviewMark',
      'advocacy.previousReviewMark',
      'advocacy.acceptChange',
      'advocacy.rejectChange',
    ]);
    for (const command of [...used, ...keys, ...linked]) assert.ok(commands.has(command), command);
  });

  it('has a menu on every row of the Coverage view that lists what can be mended', () => {
    const menus = contributes.menus['view/item/context'].filter(({ group }) => !group.startsWith('inline'));
    for (const row of ['advocacy.topic.missing', 'advocacy.topic.argued', 'advocacy.source'])
      assert.ok(
        menus.some(({ when }) => {
          const [, pattern, id] = /viewItem (?:=~ \/(.+)\/|== (\S+))$/.exec(when)!;
          return pattern === undefined ? id === row : new RegExp(pattern).test(row);
        }),
        row,
      );
  });

  it('takes Tab only while something is filled in, and from nothing that Tab is for meanwhile', () => {
    const tabs = contributes.keybindings.filter(({ key }) => /tab$/.test(key));
    assert.equal(tabs.length, 2);
    for (const { when } of tabs) {
      const held = when.split(' && ');
      assert.ok(held.includes('advocacy.fillingIn'));
      assert.ok(!when.includes('||'));
      for (const other of [
        'editorTabMovesFocus',
        'inSnippetMode',
        'hasSnippetCompletions',
        'hasOtherSuggestions',
        'suggestWidgetVisible',
        'inlineSuggestionVisible',
        'inlineEditIsVisible',
      ])
        assert.ok(held.includes(`!${other}`), other);
    }
  });

  it('leaves in the palette, where no draft is open, what offers one then', () => {
    const held = /^advocacy\.shown (?:==|=~)/;
    for (const name of [
      'insertSnippet',
      'insertEvidence',
      'insertSection',
      'exportWord',
      'exportWordAs',
      'exportFinal',
    ]) {
      const command = contributes.commands.find((one) => one.command === `advocacy.${name}`)!;
      const entry = contributes.menus.commandPalette.find((one) => one.command === command.command)!;
      assert.doesNotMatch(entry.when, held, name);
      assert.doesNotMatch(('enablement' in command && command.enablement) || '', held, name);
    }
  });

  it('offers nothing that writes into a document that cannot be changed, which VS Code would change unsaved', () => {
    for (const name of [
      'insertSnippet',
      'insertEvidence',
      'insertSection',
      'makeDraft',
      'acceptAllChanges',
    ]) {
      const entry = contributes.menus.commandPalette.find((one) => one.command === `advocacy.${name}`)!;
      assert.match(entry.when, /!editorReadonly\b/, name);
    }
  });

  it('leads to the walkthrough where no draft is open, as VS Code opens none by itself', () => {
    const { contents } = contributes.viewsWelcome.find(({ when }) => when.includes("'none'"))!;
    const [, id] = /openWalkthrough\?([^)]+)\)/.exec(contents)!;
    const { publisher, name } = manifest;
    assert.equal(
      JSON.parse(decodeURIComponent(id!)),
      `${publisher}.${name}#${contributes.walkthroughs[0]!.id}`,
    );
  });

  it('offers on every Word document in the Explorer to import it, in the old format, too, to say what to do', () => {
    const offered = contributes.menus['explorer/context'].filter(({ command }) =>
      ['advocacy.importWord', 'advocacy.checkWord'].includes(command),
    );
    assert.equal(offered.length, 2);
    for (const { when } of offered) {
      const endings = new RegExp(/\/(\^.*\$)\/i/.exec(when)![1]!);
      for (const ending of WORD_ENDINGS) assert.match(`.${ending}`, endings);
    }
  });

  it('offers on a Word document in the Explorer to bring back the review in it, as on its draft', () => {
    const whens = contributes.menus['explorer/context']
      .filter(({ command }) => command === 'advocacy.bringReviewBack')
      .map(({ when }) => when);
    assert.equal(whens.length, 2);
    const endings = new RegExp(/\/(\^.*\$)\/i/.exec(whens[1]!)![1]!);
    for (const ending of ['.docx', '.docm']) assert.match(ending, endings);
  });

  it('names only files that there are, and that the package takes along', () => {
    const taken = readFileSync(join(root, '.vscodeignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    const pictures = steps.flatMap(({ media: { markdown } }) => {
      const [, alt, name] = /!\[([^\]]*)\]\(([^)]*)\)/.exec(readFileSync(join(root, markdown), 'utf8')) ?? [];
      assert.ok(alt, `no picture with a description in ${markdown}`);
      return [join(markdown, '..', name!)];
    });
    const files = [
      manifest.icon,
      ...pictures,
      ...[...contributes.jsonValidation, ...contributes.yamlValidation].map(({ url }) => url),
      ...contributes['markdown.previewStyles'],
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    for (const file of files) {
      const path = file.replace(/^\.\//, '');
      assert.ok(existsSync(join(root, path)), path);
      const folder = path.slice(0, path.lastIndexOf('/'));
      assert.ok(
        taken.some(
          (pattern) => pattern === path || pattern === `${folder}/*${path.slice(path.lastIndexOf('.'))}`,
        ),
        path,
      );
    }
  });

  it('declares the address that the links on findings lead to, and the pages are in the extension', () => {
    const address = manifest.repository.url.replace(/\.git$/, '');
    for (const { id } of rules) {
      const page = pageOf(id);
      assert.ok(page.startsWith(`${address}/blob/main/docs/rules/`), page);
      assert.ok(existsSync(join(root, page.slice(`${address}/blob/main/`.length))), page);
    }
    assert.match(readFileSync(join(root, '.vscodeignore'), 'utf8'), /^!docs\/rules\/\*\.md$/m);
  });

  describe('is shown on a page', () => {
    let extensionPage: (path: string, markdown: string, repository: { readonly url: string }) => string;
    let newestChanges: (markdown: string) => string;
    before(async () => {
      const script = pathToFileURL(join(root, 'scripts/lib/extension-page.mjs')).href;
      ({ extensionPage, newestChanges } = (await import(script)) as {
        extensionPage: typeof extensionPage;
        newestChanges: typeof newestChanges;
      });
    });
    it('with the changes of the two newest versions, and where the others are', () => {
      const [three, two, one] = ['## 3\n\n- C\n\n', '## 2\n\n- B\n\n', '## 1\n\n- A\n'];
      assert.equal(
        newestChanges(`# Changes\n\n${three}${two}${one}`),
        `# Changes\n\n${three}${two}[Older versions](CHANGELOG.md)\n`,
      );
      assert.equal(newestChanges(`# Changes\n\n${two}${one}`), `# Changes\n\n${two}${one}`);
    });
    for (const [what, markdown, expected] of [
      [
        'without the pictures that VS Code does not show there',
        'A\n\n![B [b] c](images/b.png)\n\nC\n',
        'A\n\nC\n',
      ],
      ['with pictures of the web', '![A](https://example.org/a.png)\n', '![A](https://example.org/a.png)\n'],
      [
        'whose links lead to the project on the web',
        '[Rules](./docs/rules/README.md#x)',
        '[Rules](https://example.org/a/b/blob/main/docs/rules/README.md#x)',
      ],
      ['with links of the web as they are', '[Web](https://example.org)', '[Web](https://example.org)'],
      ['with places in it as they are', '[Below](#below)', '[Below](#below)'],
      ['with code as it is', '`[a](b)`\n\n```md\n[a](b)\n```\n', '`[a](b)`\n\n```md\n[a](b)\n```\n'],
    ] as const) {
      it(what, () => {
        assert.equal(
          extensionPage('README.md', markdown, { url: 'git+https://example.org/a/b.git' }),
          expected,
        );
      });
    }
  });

  it('has a page that sends nobody to a folder which is not installed', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, first] = /## Your first draft[^\n]*\n([\s\S]*?)\n## /.exec(readme)!;
    for (const [, target] of first!.matchAll(/\]\(([^)#:]+)\)/g))
      assert.ok(existsSync(join(root, target!)), target);
    assert.match(first!, /\]\(examples\/[^)]+\.md\)/);
    assert.doesNotMatch(first!, /`examples`|folder of this project/);
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
