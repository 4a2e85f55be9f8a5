/** Files that are as they should be, of every kind that is read: what the fuzz breaks. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zlibSync } from 'fflate';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { configurationTemplate } from '../../src/project/template';
import { unfilledWords } from '../../src/rules/unfilled-words';
import { skeleton } from '../../src/skeleton';
import { exportWord, shippedTemplate } from '../../src/word';
import { EVERYTHING } from '../word/every-construct';
import { blankPng } from '../word/pictures/png';
import { councilTemplate, plainTemplate } from '../word/templates';

const example = (name: string): string => readFileSync(join(__dirname, '../../../examples', name), 'utf8');

export const DRAFTS: readonly string[] = [
  example('cabinet-report.md'),
  example('press-release.md'),
  example('briefings/ashcombe-road.md'),
  EVERYTHING,
  ...builtInProject.framework.kinds.map((kind) => skeleton(kind, 'What our libraries do')),
];

export const REVIEWED: readonly string[] = [
  '# Libraries{>>Who reads it?<<}{>>Councillors.<<}\n\nVisits {++rose ++}by {~~40~>45~~}%.{>>@Dana 2026-03-01T10:00:00Z: Source?<<} {==We ask for {--more--} money==}{>>How much?<<}\n\n- {++One++}\n- {--Two--}\n\n{++Whole paragraph.\n\nAnd another.++}\n\n| a | {++b++} |\n| - | - |\n| {--1--} | {>>c<<} |\n',
  'A {++*b*++} [c{--d--}](e) `{++f++}` {>>g\n> h<<}\n\n> {~~i~>j~~}\n\n[^1]: {++k++}\n\nText[^1]\n',
];

/** What word processors, mail and Google Docs put into the clipboard. */
export const CLIPBOARD: readonly string[] = [
  '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoListParagraph{mso-list:l0 level1 lfo1}@list l0:level1{mso-level-number-format:bullet}</style></head><body><!--StartFragment--><h1>Libraries</h1><p class=MsoNormal>Visits <b>rose</b> by 45%<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1">[1]</a></p><p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;</span></span>One</p><table><tr><td rowspan=2>a</td><td colspan=3>b</td></tr><tr><td>1</td></tr></table><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> ONS</p></div><!--EndFragment--></body></html>',
  '<meta charset="utf-8"><b id="docs-internal-guid-1" style="font-weight:normal"><h2 dir="ltr">Part</h2><ul><li dir="ltr" aria-level="1"><p>One</p></li><ul><li aria-level="2">Two <a href="https://example.org">x</a></li></ul></ul><ol start=3><li>a<li>b</ol><blockquote><p>q<br>r</p></blockquote><pre>c</pre><img src="data:image/png;base64,AA=="></b>',
];

export const FRONT_MATTER: readonly string[] = [
  'title: Keep the doors open\nkind: report\naudience: Cabinet\nauthor: Head of Libraries\norganisation: Example Council\ndate: 2026-03-01\nstatus: draft\nlanguage: en-GB\nareas: [digital, isolation]\noffers: all\ntemplate: look.dotx\nrules:\n  sentence-long: off\n  figure-unsourced: error\n',
  'kind: briefing\nareas: none\noffers: reading, culture-creativity\nword:\n  numbering: true\n',
  '"kind": "letter"\ntitle: >-\n  A long\n  title\ntags: [a, { b: c }]\nlist:\n  - &x one\n  - *x\n',
];

export const CONFIGURATIONS: readonly string[] = [
  configurationTemplate,
  '{ "drafts": ["**/*.md", "!x/**"], "framework": "f.yaml", "terms": [{ "phrase": "Top Time", "topics": ["isolation", "health-wellbeing"] }], "evidence": ["e.yaml"], "acronyms": { "SCL": "Suffolk County Libraries" }, "rules": { "sentence-long": "off", "figure-unsourced": "error" }, "word": { "template": "look.dotx" } }',
];

export const FRAMEWORKS: readonly string[] = [
  'id: ours\ntitle: Our framework\nsource: { title: Our council, url: https://example.org }\nwithout: [economic]\nignore: ["Culture Committee"]\ntopics:\n  - id: digital\n    cues: ["Tablet Tuesday", { phrase: SEND, strength: weak, caseSensitive: true }]\n  - id: green\n    group: area\n    title: Climate\n    names: [Net zero]\n    retiredNames: [{ name: Green agenda, until: 2020, note: Say climate. }]\n    argue: Show who uses less.\n    beneficiaries: residents\n    snippet: argue-digital\n    judgedAs: cultural\nkinds:\n  - id: note\n    title: Note\n    description: A note.\n    areas: [digital, green]\n    offers: none\n    asks: true\n    parts:\n      - { id: gist, title: Gist, aliases: [In short], required: true, why: Readers want it., snippet: summary, sign: heading }\n      - { id: ends, title: Ends, sign: line }\n',
  'extends: null\ntopics:\n  - id: one\n    title: One\n    cues: [one]\nkinds:\n  - id: briefing\n    title: Briefing\n    parts: []\n',
  '{ "extends": "local-recovery", "topics": [{ "id": "reading", "cues": ["story time"] }], "kinds": [{ "id": "letter", "areas": "all" }] } // JSON with a comment',
];

export const LIBRARIES: readonly string[] = [
  'sources:\n  survey: { publisher: Example Council, title: Library survey 2025, date: March 2025, url: https://example.org, names: [library survey] }\nevidence:\n  - id: visits\n    statement: In 2024/25 our libraries had 410,000 visits.\n    figure: { value: 410000, unit: visits }\n    about: [visit, librar|branch]\n    source: survey\n    holds: "2024/25"\n    period: 2024/25\n    stale: 2030\n    topics: [reading, digital]\n    trust: checked\n    confusions: [{ with: [footfall], say: Footfall counts heads twice. }]\n  - id: members\n    statement: One in three residents is a member.\n    figure: { value: 33, unit: per cent }\n    source: { publisher: Example Council, title: Annual report, date: "2024" }\nnotFound:\n  - { names: [The Lost Report], say: Nobody has found it. }\n',
  '{ "evidence": [{ "id": "pc", "statement": "We have 120 computers.", "about": ["computer"], "source": { "publisher": "C", "title": "T", "date": "2025" } }] }',
];

export const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="20" viewBox="0 0 10 20"><style>rect { fill: url(#g) }</style><rect width="9" height="9"/><image href="data:image/png;base64,iVBORw0KGgo="/></svg>';

export const GITIGNORE = 'node_modules/\n*.tmp\n!keep.md\n/build/**/x[a-z]?.md\n\\#notes\n** /a\nfoo\\ \n';

const jpeg = (): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 96, 0, 96, 0, 0],
    ...[
      0xff, 0xdb, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0,
      0x3f, 0, 0, 0xff, 0xd9,
    ],
  ]);
const gif = (): Uint8Array =>
  Uint8Array.from([
    ...Buffer.from('GIF89a'),
    30,
    0,
    20,
    0,
    0x80,
    0,
    0,
    0,
    0,
    0,
    255,
    255,
    255,
    0x2c,
    0,
    0,
    0,
    0,
    30,
    0,
    20,
    0,
    0,
    2,
    1,
    0,
    0,
    0x3b,
  ]);
const bmp = (): Uint8Array => {
  const bytes = Buffer.alloc(58);
  bytes.write('BM');
  bytes.writeUInt32LE(58, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(1, 18);
  bytes.writeInt32LE(-1, 22);
  return bytes;
};

export const PICTURES: readonly Uint8Array[] = [
  blankPng({ width: 30, height: 20 }),
  jpeg(),
  gif(),
  bmp(),
  new TextEncoder().encode(SVG),
  zlibSync(new Uint8Array(100)),
];

/** Word documents: templates of all kinds, and one that we wrote. */
export async function documents(): Promise<readonly Uint8Array[]> {
  return Promise.all([
    plainTemplate('Text.'),
    councilTemplate(),
    shippedTemplate('committee-paper')!,
    shippedTemplate('one-page-briefing')!,
    exportWord(parseDraft(DRAFTS[0]!), builtInProject, { unfilled: unfilledWords }).then(
      ({ bytes }) => bytes,
    ),
  ]);
}
