// `npm run editors`: tests the recipes of docs/editors.md in Neovim, Helix and Emacs, as far as these are installed: shows
// findings, exports, inserts an argument, starts a draft and writes in it.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { build } from './build.mjs';
import { has, main, root } from './lib/install.mjs';

/** The longest time of a step in Helix, and of all steps in an editor, in milliseconds. */
const PATIENCE = 20_000;

const DRAFT = `---
title: Keep Ashby library open
kind: briefing
---

# Keep Ashby library open

## The issue

The library opened [insert year] and is open on four days a week.

![Visits by month, which rise from 200 to 340](../images/visits.png)
`;

/** Projects with drafts in one folder and their pictures in another, by what makes editors take both for one project. */
const PLACES = {
  'in a repository': (folder, write) => {
    write('papers/.advocacy.json', '{}');
    spawnSync('git', ['init', '-q', folder]);
  },
  'without one': (_, write) => write('.advocacy.json', '{}'),
};

function workspace(make) {
  const folder = mkdtempSync(join(tmpdir(), 'advocacy-editors-'));
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  write('papers/ashby.md', DRAFT);
  write('images/visits.png', readFileSync(`${root}/examples/images/visits.png`));
  make(folder, write);
  return { folder, write };
}

/** The recipe of an editor in docs/editors.md, changed to use the built server. */
function recipe(language) {
  const page = readFileSync(`${root}/docs/editors.md`, 'utf8');
  const [, code] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page);
  return code.replaceAll('/path/to/dist/server.js', `${root}/dist/server.js`);
}

/** Runs an editor to its end. */
function drive(folder, command, args, env) {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 4 * PATIENCE,
  });
  if (status !== 0) throw new Error((error?.message ?? stderr).trim());
}

const editors = {
  Neovim: {
    program: 'nvim',
    package: 'neovim',
    run({ folder, write }, env) {
      write('home/nvim/init.lua', recipe('lua'));
      const args = [
        '--headless',
        '-i',
        'NONE',
        'papers/ashby.md',
        '-c',
        `luafile ${root}/scripts/editors/neovim.lua`,
      ];
      drive(folder, 'nvim', args, env);
    },
  },
  Emacs: {
    program: 'emacs',
    package: 'emacs-nox and elpa-markdown-mode',
    run({ folder, write }, env) {
      const [mode] = existsSync(MODES)
        ? readdirSync(MODES).filter((name) => name.startsWith('markdown-mode-'))
        : [];
      if (mode === undefined) throw new Error('markdown-mode is not installed: elpa-markdown-mode in Debian');
      const load = `(add-to-list 'load-path "${MODES}/${mode}") (require 'markdown-mode)`;
      write('home/init.el', `${load}\n${recipe('elisp')}`);
      const args = ['--batch', '-Q', '-l', 'home/init.el', '-l', `${root}/scripts/editors/emacs.el`];
      drive(folder, 'emacs', args, env);
    },
  },
  Helix: {
    program: 'hx',
    package: 'hx',
    async run({ folder, write }, env) {
      write('home/helix/languages.toml', recipe('toml'));
      // Helix needs a terminal, which “script” provides.
      const helix = spawn(
        'script',
        ['-qfec', 'stty rows 40 cols 150; exec hx papers/ashby.md', '/dev/null'],
        {
          cwd: folder,
          env: { ...process.env, ...env, TERM: 'xterm-256color' },
        },
      );
      let screen = '';
      helix.stdout.setEncoding('utf8').on('data', (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's orders begin with one
        screen += text.replace(/\x1b\[[\d;?:>= ]*[A-Za-z]/g, '');
      });
      const type = (keys) => {
        screen = '';
        helix.stdin.write(keys);
      };
      const there = (path) => () => existsSync(join(folder, path));
      const sees = (text) => () => screen.includes(text);
      try {
        await need('findings', sees('●'));
        type(' a');
        await need('a code action', sees('Export to Word'));
        type('\r');
        await need('a Word document by the code action', there('papers/ashby.docx'));
        await need('a message on it', sees('Wrote'));
        rmSync(join(folder, 'papers/ashby.docx'));
        type(':lsp-workspace-command advocacy.exportWord\r');
        await need('a Word document by the command', there('papers/ashby.docx'));
        type(':lsp-workspace-command advocacy.insertSnippet.argue-digital\r');
        await need('an argument by the command', sees('[+]'));
        type(':w\r');
        await need('the draft with it, saved', () => isArgued(folder));
        type(':lsp-workspace-command advocacy.newDraft.press-release\r');
        await need('a new draft, opened', sees('press-release.md  '));
        type('A here');
        await need('what is typed', sees('[+]'));
        // Sent alone, as Escape with another key behind it would be read as Alt with that key.
        type('\x1b');
        await need('the end of typing', sees('NOR'));
        type(':w\r');
        await need('the new draft, saved', () => isWritten(folder));
      } finally {
        helix.kill();
      }
    },
  },
};

/** The beginning of the snippet that each editor inserts. */
const ARGUMENT = /^Residents who have no internet at home/m;

const MODES = '/usr/share/emacs/site-lisp/elpa';

const isWritten = (folder) => {
  const path = join(folder, 'papers/press-release.md');
  return existsSync(path) && /^# .* here$/m.test(readFileSync(path, 'utf8'));
};

const isArgued = (folder) => ARGUMENT.test(readFileSync(join(folder, 'papers/ashby.md'), 'utf8'));

async function need(what, holds) {
  for (const end = Date.now() + PATIENCE; !holds(); ) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

await main(async () => {
  await build({ only: 'dist/server.js' });
  for (const [name, { program, package: debian, run }] of Object.entries(editors)) {
    if (!has(program)) {
      console.log(`${name}: not tried, as ${program} is not here (in Debian: ${debian}).`);
      continue;
    }
    const [version] = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.split('\n');
    for (const [where, make] of Object.entries(PLACES)) {
      const place = workspace(make);
      try {
        const env = {
          XDG_CONFIG_HOME: join(place.folder, 'home'),
          XDG_CACHE_HOME: join(place.folder, 'cache'),
        };
        await run(place, env);
        const parts = Object.entries(unzipSync(readFileSync(join(place.folder, 'papers/ashby.docx'))));
        // The icon for a missing picture is small.
        if (!parts.some(([path, { length }]) => path.startsWith('word/media/') && length > 1000))
          throw new Error('never: the picture in the document');
        if (!isArgued(place.folder)) throw new Error('never: the argument in the draft');
        if (!isWritten(place.folder)) throw new Error('never: what was written in the new draft');
        console.log(
          `${version}, ${where}: findings, export with a picture from another folder, an argument and a new draft work.`,
        );
      } catch (error) {
        console.log(`${version}, ${where}: ${error.message}`);
        process.exitCode = 1;
      } finally {
        rmSync(place.folder, { recursive: true, force: true });
      }
    }
  }
});
