import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'jpeg-js';
import { png } from '../../server/src/word/pictures/placeholder-images';
import { writePng } from '../../server/src/word/pictures/raster/png-writer';
import { all, depthOfLists, lacks, linesOf, structureOf } from './structure.mts';
import { STYLES, TEMPLATES } from './templates.mts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, '.build/pages');
const papers = fileURLToPath(new URL('papers', import.meta.url));

/**
 * Exports each paper in each template, prints them with LibreOffice, and writes the pages of each PDF on one sheet and its
 * structure as text. Reports what the structure lacks.
 *
 * @param names of templates and papers; all for none
 */
export function printPapers(names: readonly string[]): void {
  rmSync(out, { recursive: true, force: true });
  const isMeant = (name: string, kind: readonly string[]): boolean => {
    const chosen = names.filter((one) => kind.some((other) => other.startsWith(one)));
    return chosen.length === 0 || chosen.some((one) => name.startsWith(one));
  };
  const drafts = readdirSync(papers).map((file) => file.replace(/\.md$/, ''));
  const looks = ['none', ...Object.keys(TEMPLATES)];
  for (const look of looks.filter((name) => isMeant(name, looks))) {
    const folder = join(out, look);
    mkdirSync(folder, { recursive: true });
    cpSync(papers, folder, { recursive: true });
    writePictures(folder);
    const template = TEMPLATES[look];
    if (template !== undefined) writeFileSync(join(folder, 'template.docx'), template);
    const word = { ...(template !== undefined && { template: 'template.docx' }), styles: STYLES[look] ?? {} };
    writeFileSync(join(folder, '.advocacy.json'), JSON.stringify({ word }));
    const chosen = drafts.filter((name) => isMeant(name, drafts));
    for (const name of chosen) {
      const args = ['export', `${name}.md`, '-o', `${name}.docx`];
      run(process.execPath, [join(root, 'dist/cli.js'), ...args], folder);
    }
    const documents = chosen.map((name) => `${name}.docx`);
    const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
    run(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
        ...documents,
      ],
      folder,
    );
    for (const name of chosen) lookAt(folder, name, look);
  }
}

function lookAt(folder: string, name: string, look: string): void {
  const pdf = join(folder, `${name}.pdf`);
  const structure = structureOf(readFileSync(pdf));
  writeFileSync(join(folder, `${name}.txt`), `${[...linesOf(structure)].join('\n')}\n`);
  const pages = spawnSync('pdftoppm', ['-r', '50', pdf], { maxBuffer: 1e9 }).stdout;
  writeFileSync(join(folder, `${name}.png`), sheetOf(pages));
  const elements = [...all(structure)];
  const count = (type: string): number => elements.filter((element) => element.type === type).length;
  const languages = new Set(elements.flatMap(({ language }) => language ?? []));
  const parts = [
    `lists ${depthOfLists(structure)} deep`,
    `${count('Figure')} figures`,
    `${count('TH')} header cells`,
    [...languages].join(' '),
  ];
  console.log(
    `${look}/${name}: ${[...parts, ...lacks(structure).map((lack) => `LACK: ${lack}`)].join(', ')}`,
  );
}

/** Writes the pictures of the papers: a chart, a photograph, a signature and a drawing. */
function writePictures(folder: string): void {
  const chart = png(800, 450, (x, y) => {
    const bar = Math.floor((x - 60) / 180);
    const isBar = x > 60 && (x - 60) % 180 < 110 && bar < 4 && y > 380 - bar * 80 - 90 && y < 400;
    return isBar || (y >= 400 && y < 404 && x > 40) ? 'black' : 'white';
  });
  writeFileSync(join(folder, 'chart.png'), chart);
  const [width, height] = [1600, 1200];
  const data = new Uint8Array(width * height * 4).map((_, at) => {
    const [x, y] = [(at >> 2) % width, Math.floor((at >> 2) / width)];
    return [
      90 + (x * 120) / width,
      110 + (y * 90) / height,
      140 + 60 * Math.sin(x / 90) * Math.cos(y / 70),
      255,
    ][at & 3]!;
  });
  writeFileSync(join(folder, 'photo.jpg'), encode({ width, height, data }, 88).data);
  const signature = png(600, 200, (x, y) =>
    Math.abs(y - 100 - 70 * Math.sin(x / 40) * Math.cos(x / 97)) < 5 ? 'black' : 'white',
  );
  writeFileSync(join(folder, 'signature.png'), signature);
  const bars = [40, 90, 60, 120].map(
    (tall, at) => `<rect x="${30 + at * 60}" y="${150 - tall}" width="40" height="${tall}" fill="#154360"/>`,
  );
  writeFileSync(
    join(folder, 'chart.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 170">${bars.join('')}</svg>`,
  );
}

/** A PNG with pages in rows of four, from the output of pdftoppm (several PPM in succession). */
function sheetOf(ppm: Uint8Array): Uint8Array {
  const pages: { readonly width: number; readonly height: number; readonly data: Uint8Array }[] = [];
  for (let at = 0; at < ppm.length; ) {
    const head = /^P6\s(\d+) (\d+)\s255\s/.exec(Buffer.from(ppm.subarray(at, at + 40)).toString('latin1'));
    if (head === null) break;
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    at = start + width * height * 3;
    pages.push({ width, height, data: ppm.subarray(start, at) });
  }
  const side = Math.max(...pages.map(({ width, height }) => Math.max(width, height))) + 6;
  const columns = Math.min(4, pages.length);
  const [width, height] = [columns * side, Math.ceil(pages.length / columns) * side];
  const stride = width * 3 + 1;
  const rows = new Uint8Array(stride * height).map((_, at) => (at % stride === 0 ? 0 : 160));
  for (const [at, page] of pages.entries()) {
    const [left, top] = [(at % columns) * side, Math.floor(at / columns) * side];
    for (let y = 0; y < page.height; y++) {
      rows.set(
        page.data.subarray(y * page.width * 3, (y + 1) * page.width * 3),
        (top + y) * stride + 1 + left * 3,
      );
    }
  }
  return writePng({ width, height, channels: 3 }, rows, 8);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`);
}
