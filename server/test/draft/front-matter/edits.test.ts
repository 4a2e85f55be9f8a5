import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { frontMatterEdits, parseDraft, type Setting, withChanges } from '../../../src/draft';
import { runs } from '../../random-runs';

const AREAS: Setting = { key: 'areas', value: ['economic', 'digital'] };
const OFFERS: Setting = { key: 'offers', value: ['reading'] };

function applied(before: string, settings: readonly Setting[]): string | undefined {
  const edits = frontMatterEdits(parseDraft(before), settings);
  return edits && withChanges(before, edits);
}

describe('Setting keys of front matter', () => {
  const areas = 'areas: [economic, digital]';
  const offers = 'offers: [reading]';
  // After `kind: briefing`, and before the closing fence.
  const inside: readonly (readonly [string, string, string])[] = [
    ['a list on its line', 'areas: [isolation]', areas],
    ['a word', 'areas: all', areas],
    ['ids with commas', 'areas: digital, isolation', areas],
    ['ids in quotation marks', 'areas: ["digital # 1", \'isolation\'] # two', `${areas} # two`],
    ['no value', 'areas:', areas],
    ['spaces for a value', 'areas:   ', areas],
    ['no value, before other keys', 'areas:\nstatus: draft', `${areas}\nstatus: draft`],
    ['a comment for a value', 'areas: # none yet', `${areas} # none yet`],
    [
      'a comment on the next line for a value',
      'areas:\n  # none yet\nstatus: draft',
      `${areas}\n  # none yet\nstatus: draft`,
    ],
    ['a block list at column 0', 'areas:\n- isolation', areas],
    [
      'a block list at column 0, before other keys',
      'areas:\n- isolation\n- digital\nstatus: draft',
      `${areas}\nstatus: draft`,
    ],
    ['an indented block list', 'areas:\n  - isolation\n  - digital', areas],
    [
      'a block list with comments',
      'areas: # main ones\n- isolation # first\n# not this\n- digital   # last\n# end\nstatus: draft',
      `${areas} # main ones # first # not this # last\n# end\nstatus: draft`,
    ],
    ['a list over several lines', 'areas: [\n  isolation, # one\n  digital\n  ]', `${areas} # one`],
    ['a block scalar', 'areas: >\n  digital,\n  isolation\nstatus: draft', `${areas}\nstatus: draft`],
    ['a key in quotation marks', '"areas" : [isolation]', '"areas" : [economic, digital]'],
    ['a comment close to the value', 'areas: [isolation]   # one', `${areas} # one`],
    ['a mistake in another key', 'title: One: two\nareas: [isolation]', `title: One: two\n${areas}`],
    ['no such key', 'status: draft', `status: draft\n${areas}`],
    ['no such key, after a block scalar', 'note: |\n  a\n  b\n', `note: |\n  a\n  b\n\n${areas}`],
    [
      'no such key, after a comment',
      'status: draft # so far\n# end',
      `status: draft # so far\n# end\n${areas}`,
    ],
    ['the other key as well', 'offers:\n- health', `offers:\n- health\n${areas}`],
  ];
  for (const [eol, name] of [
    ['\n', 'line feeds'],
    ['\r\n', 'Windows line ends'],
    ['\r', 'carriage returns'],
  ] as const) {
    for (const mark of ['', '\uFEFF']) {
      describe(`with ${name}${mark && ' and a byte order mark'}`, () => {
        const written = (lines: string) =>
          `${mark}---\nkind: briefing\n${lines}\n---\n\n# Text\n`.replaceAll('\n', eol);
        for (const [what, before, after] of inside) {
          it(`replaces or adds to ${what}`, () => {
            const result = applied(written(before), [AREAS])!;
            assert.equal(result, written(after));
            const { data } = parseDraft(result).frontMatter;
            assert.deepEqual(data.areas, AREAS.value);
            const { areas: _, ...old } = parseDraft(written(before)).frontMatter.data;
            const { areas: __, ...others } = data;
            assert.deepEqual(others, old);
            assert.equal(others.kind, 'briefing');
          });
        }

        it('sets two keys at once', () => {
          const both = [AREAS, OFFERS];
          const added = written(`${areas}\n${offers}`);
          assert.equal(applied(written('areas:\noffers:'), both), added);
          assert.equal(applied(written('areas:\n- isolation'), both), added);
          assert.equal(
            applied(written('offers:\n- health\nareas: none'), both),
            written(`${offers}\n${areas}`),
          );
          assert.deepEqual(parseDraft(added).frontMatter.data, {
            kind: 'briefing',
            areas: AREAS.value,
            offers: OFFERS.value,
          });
        });

        it('makes front matter where there is none, and fills what is empty', () => {
          const lines = (text: string) => mark + text.replaceAll('\n', eol);
          const made = (rest: string) => lines(`---\n${areas}\n---\n${rest}`);
          for (const body of ['# Text\n', '\n# Text\n', '---\n\nText\n']) {
            const result = applied(lines(body), [AREAS])!;
            assert.equal(result, made(`\n${body}`));
            const draft = parseDraft(result);
            assert.deepEqual(draft.frontMatter.data, { areas: AREAS.value });
            assert.deepEqual(
              draft.blocks.map(({ block }) => block.text),
              parseDraft(lines(body)).blocks.map(({ block }) => block.text),
            );
          }
          assert.equal(applied(lines('---\n---\n'), [AREAS]), made(''));
          assert.equal(applied(lines('---\n---'), [AREAS]), made('').slice(0, -eol.length));
        });

        for (const [what, text] of [
          ['has no end', '---\nkind: briefing\n\n# Text\n'],
          ['has no end and is all', '---\nkind: briefing'],
          ['is in braces', '---\n{kind: briefing}\n---\n\n# Text\n'],
          ['is in braces over lines', '---\n# ours\n{kind: briefing,\nareas: [x]\n}\n---\n\n# Text\n'],
          ['is indented', '---\n  kind: briefing\n---\n\n# Text\n'],
          ['is a list as well', '---\n- one\nkind: briefing\n---\n\n# Text\n'],
          ['has its key twice', '---\nareas: a\nareas: b\n---\n'],
          ['is not all read', '---\nkind: briefing\ntitle: One: two\nareas:\n- isolation\n---\n'],
          ['refers to the value', '---\nareas: &a [x]\ntags: *a\n---\n'],
          ['has the key as one of several lines', '---\nkind: briefing\n? areas\n: x\n---\n'],
          ['is too long to be read', `---\nkind: briefing\n${'# so on\n'.repeat(3000)}---\n`],
        ] as const) {
          it(`leaves alone what ${what}`, () => {
            assert.equal(applied(mark + text.replaceAll('\n', eol), [AREAS]), undefined);
          });
        }
      });
    }
  }

  it('sets what is wanted, and changes nothing else that is read, whatever stands there', () => {
    const id = fc.constantFrom('digital', 'isolation', 'economic', 'reading', 'health-promise');
    const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
    const comment = fc.constantFrom('', '', ' # one', '   # it’s [two], "three" ');
    const value = fc.oneof(
      fc.tuple(comment, ids).map(([end, list]) => ` [${list.join(', ')}]${end}`),
      fc.tuple(comment, ids).map(([end, list]) => ` [\n  ${list.join(`,${end}\n  `)}\n  ]`),
      fc.tuple(comment, ids).map(([end, list]) => ` ${list.join(', ')}${end}`),
      fc
        .tuple(comment, comment, ids, fc.constantFrom('', '  ', '    '))
        .map(
          ([head, end, list, indent]) =>
            `${head}${list.map((item) => `\n${indent}- ${item}${end}`).join('')}`,
        ),
      fc.tuple(ids, fc.constantFrom('|', '>-')).map(([list, style]) => ` ${style}\n  ${list.join(',\n  ')}`),
      fc.constantFrom('', '  ', ' # none', '\n  # none', ' none', ' all', ' ""', ' "a # b"', " 'a'", ' ~'),
    );
    const key = fc.constantFrom(
      'areas',
      'offers',
      'title',
      'kind',
      'status',
      'tags',
      'x-y',
      '"areas"',
      'areas ',
    );
    const name = (written: string) => written.replaceAll('"', '').trim();
    const extra = fc.constantFrom('', '', '\n# apart', '\n');
    const lines = fc.uniqueArray(fc.tuple(key, value, extra), {
      selector: ([written]) => name(written),
      maxLength: 5,
    });
    const settings = fc.uniqueArray(fc.record({ key: fc.constantFrom('areas', 'offers'), value: ids }), {
      selector: (setting) => setting.key,
      minLength: 1,
    });
    const eols = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(lines, settings, eols, fc.constantFrom('', '\uFEFF'), (entries, wanted, eol, mark) => {
        const content = entries.map(([written, text, end]) => `${written}:${text}${end}\n`).join('');
        const before = `${mark}---\n${content}---\n\n# Text\n`.replaceAll('\n', eol);
        const old = parseDraft(before).frontMatter;
        const result = applied(before, wanted);
        assert.ok(result !== undefined, 'nothing is offered');
        assert.ok(result.startsWith(`${mark}---${eol}`));
        assert.ok(eol === '\n' ? !result.includes('\r') : !result.replaceAll(eol, '').includes('\n'));
        const read = parseDraft(result).frontMatter;
        for (const setting of wanted) assert.deepEqual(read.data[setting.key as 'areas'], setting.value);
        const others = (all: object) =>
          Object.fromEntries(
            Object.entries(all).filter(([other]) => wanted.every((setting) => setting.key !== other)),
          );
        assert.deepEqual(others(read.data), others(old.data));
        assert.deepEqual(others(read.raw), others(old.raw));
        // By other programs, too.
        const inner = result
          .slice(read.span!.start + 3 + eol.length, read.span!.end - 3)
          .replaceAll(eol, '\n');
        assert.deepEqual(others(parse(inner)), others(parse(content) ?? {}));
        // No comment is lost.
        const comments = (text: string) => text.match(/# (?:one|it’s|none|apart)/g)?.length ?? 0;
        assert.equal(comments(result), comments(before));
        assert.equal(applied(result, wanted), result);
      }),
      { numRuns: runs(500) },
    );
  });
});
