import assert from 'node:assert/strict';
import { readPicture } from './read-picture';

describe('Word: an SVG that draws parts of itself again', () => {
  const svgOf = (body: string): string =>
    `<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">${body}</svg>`;
  /** Each part draws the one before ten times, as \`again\` says. */
  const bomb = (levels: number, again: (id: string) => string): string =>
    Array.from(
      { length: levels },
      (_, level) => `<g id="p${level}">${level === 0 ? '<rect/>' : again(`p${level - 1}`).repeat(10)}</g>`,
    ).join('');
  /** The same, with a style sheet that has ten elements in each part draw the one before. */
  const styled = (selector: (level: number) => string, inside: string, value = 'mask: url(#p1)'): string =>
    Array.from(
      { length: 9 },
      (_, level) =>
        `<mask id="p${level}">${inside.replaceAll('$', String(level)).repeat(level === 0 ? 1 : 10)}</mask>` +
        `<style>${selector(level)} { ${level === 0 ? 'opacity: 1' : value.replaceAll('p1', `p${level - 1}`)} }</style>`,
    ).join('');
  const read = (body: string): unknown => readPicture(new TextEncoder().encode(svgOf(body)));

  for (const [what, body] of [
    ['by use', bomb(9, (id) => `<use href="#${id}"/>`)],
    [
      'by use of old',
      bomb(9, (id) => `<use xlink:href=" #${id}" xmlns:xlink="http://www.w3.org/1999/xlink"/>`),
    ],
    [
      'the last part first',
      bomb(9, (id) => `<use href="#${id}"/>`)
        .split(/(?=<g)/)
        .reverse()
        .join(''),
    ],
    [
      'by patterns',
      bomb(9, (id) => `<rect fill="url(#${id})"/>`)
        .replaceAll('<g ', '<pattern ')
        .replaceAll('</g>', '</pattern>'),
    ],
    ['by styles', bomb(9, (id) => `<rect style="mask: url('#${id}')"/>`)],
    ['by capitals and escapes', bomb(9, (id) => `<rect mask="U\\52L('\\23 ${id}')"/>`)],
    ['by addresses with signs for letters', bomb(9, (id) => `<use href="#%70${id.slice(1)}"/>`)],
    [
      'by what parts take over',
      Array.from(
        { length: 9 },
        (_, at) => `<pattern id="p${at}"><g fill="url(#p${at - 1})">${'<rect/>'.repeat(10)}</g></pattern>`,
      ).join(''),
    ],
    ['by classes', styled((level) => `.c${level}`, '<rect class="b c$"/>')],
    ['by the id of an element', styled((level) => `.x, #r${level}`, '<rect id="r$"/>')],
    ['by names', styled((level) => `#p${level} > rect`, '<rect/>')],
    [
      'by classes in others',
      styled((level) => `g .d > .c${level}:not(.e, .f)`, '<g class="d"><rect class="c$"/></g>'),
    ],
    ['by all in a part', styled((level) => `.c${level} :is(rect, *)`, '<g class="c$"><rect/></g>')],
    [
      'by variables',
      styled((level) => `.c${level}`, '<g class="c$"><rect style="mask: var(--x)"/></g>', '--x: url(#p1)'),
    ],
    [
      'by rules for print, and rules in rules',
      styled((level) => `@media print { .c${level}`, '<rect class="c$"/>', '&amp; { mask: url(#p1) } }'),
    ],
    ['that holds it', '<g id="a"><use href="#a"/></g>'],
    ['in a circle', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    [
      'in a long row',
      Array.from({ length: 20_000 }, (_, at) => `<g id="p${at}"><use href="#p${at + 1}"/></g>`).join(''),
    ],
  ] as const) {
    it(`is not used where that never ends: ${what}`, () => {
      assert.deepEqual(read(body), {
        unusable: 'it is an SVG with too many parts for a document; save it as PNG',
      });
    });
  }

  it('is used where a rule for all paths is for that of a marker, too', () => {
    const body =
      '<style>path { fill: none; marker-end: url(#arrow) } .area path, .line { clip-path: url(#clip); stroke: url(#shade) }</style>' +
      '<defs><marker id="arrow"><path/></marker><clipPath id="clip"><rect/></clipPath><linearGradient id="shade"><stop/></linearGradient></defs>' +
      `<g class="area">${'<path/>'.repeat(5000)}</g>`;
    assert.deepEqual(read(body), { type: 'svg', width: 9, height: 9 });
  });

  it('is judged once over, however many rules it has', () => {
    const many = (of: string): string => Array.from({ length: 20_000 }, (_, at) => of + at).join(',');
    const rules = '.a { mask: url(#a); fill: url(#none) }'.repeat(20_000);
    const body = `<style>${rules}${many('.b')} { mask: ${many('url(#n').replaceAll(',', '),')}) }</style><mask id="a"/>`;
    assert.deepEqual(read(body + '<rect class="a b b1"/>'.repeat(20_000)), {
      unusable: 'it is an SVG with too many parts for a document; save it as PNG',
    });
  });

  it('is used where that is a chart', () => {
    const marks = '<use href="#mark" fill="url(#shade)"/>'.repeat(5000);
    const links = '<a href="#all"><text>All</text></a>';
    const body = `<defs><linearGradient id="shade"><stop/></linearGradient><circle id="mark"/></defs><g id="all">${marks}${links}</g>`;
    assert.deepEqual(read(body), { type: 'svg', width: 9, height: 9 });
  });
});
