import assert from 'node:assert/strict';
import { cover } from '../../src/coverage';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { describeCoverage } from '../../src/report';
import { coverageHtml } from '../../src/report/html';

/** The page of two drafts, which has links from its summary to each of them. */
function page(): string {
  const draft = parseDraft('---\nkind: briefing\n---\n\n# A <b>title</b>\n');
  const coverage = cover(draft, builtInProject);
  return coverageHtml(['a.md', 'b.md'].map((file) => describeCoverage(draft, coverage, file)));
}

const described = (text: string) => {
  const draft = parseDraft(text);
  return describeCoverage(draft, cover(draft, builtInProject), 'a.md');
};

/** Colours by selector: what is set for the light page, and for the dark one over it. */
function colours(html: string): Readonly<Record<'light' | 'dark', ReadonlyMap<string, string>>> {
  const style = /<style>([\s\S]*)<\/style>/.exec(html)![1]!;
  const [light, dark] = style.split('@media (prefers-color-scheme: dark) {');
  const read = (rules: string): [string, string][] =>
    [...rules.matchAll(/([\w.:-]+) \{([^}]*)\}/g)].flatMap(([, selector, declarations]) =>
      [...declarations!.matchAll(/(?:^|[ ;])(color|background): (#[0-9a-f]{3,6})\b/g)].map(
        ([, property, colour]): [string, string] => [
          property === 'color' ? selector! : `${selector} background`,
          colour!,
        ],
      ),
    );
  return { light: new Map(read(light!)), dark: new Map(read(dark!)) };
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

describe('The coverage as a page', () => {
  const WORDS = ['body', 'a', 'a:visited', '.missing', '.mentioned', '.argued', '.evidenced', '.unasked'];
  for (const look of ['light', 'dark'] as const) {
    it(`can be read where the reader prefers a ${look} page: words and links stand out from their ground`, () => {
      const found = colours(page())[look];
      const ground = found.get('body background');
      assert.ok(ground);
      for (const words of WORDS) {
        const colour = found.get(words);
        assert.ok(colour, `no colour for ${words}`);
        assert.ok(contrast(colour, ground) >= 4.5, `${words}: ${contrast(colour, ground).toFixed(2)} to 1`);
      }
    });
  }

  it('tells the browser that it has both looks, so that scroll bars and the like follow', () => {
    assert.match(page(), /:root \{ color-scheme: light dark \}/);
  });

  it('links its summary to each draft, and shows what is written in one as text', () => {
    const html = page();
    assert.match(html, /<a href="#draft-2">A/);
    assert.doesNotMatch(html, /<b>/);
  });

  it('tells papers with the same title apart by their files, in its links and headings', () => {
    const names = (html: string) =>
      [...html.matchAll(/<(?:a href="#draft-\d"|h2 id="draft-\d")>([^<]*)/g)].map(([, name]) => name);
    const one = { ...described('---\nkind: briefing\n---\n\n# Ashby\n'), file: '2026/a.md' };
    const other = { ...described('---\nkind: briefing\n---\n\n# Open later\n'), file: 'open.md' };
    const apart = ['Ashby (2025/a.md)', 'Ashby (2026/a.md)', 'Open later'];
    assert.deepEqual(names(coverageHtml([{ ...one, file: '2025/a.md' }, one, other])), [...apart, ...apart]);
  });

  it('shows at once what papers argue: what they are not held to and say nothing on is empty, which is said below', () => {
    const argues = described(
      '---\nkind: briefing\n---\n\n# Ashby\n\nResidents who have no internet at home cannot apply for jobs online. Library staff help them to get online, so that they can apply.\n',
    );
    const html = coverageHtml([argues, argues]);
    const summary = /<caption>All drafts[\s\S]*?<\/tbody>[\s\S]*?<\/p>/.exec(html)![0];
    const [row] = [...summary.matchAll(/<tr><th scope="row">.*<\/tr>/g)].map(([text]) => text);
    assert.match(row!, /<td><\/td>.* argued<\/span><\/td>/);
    assert.doesNotMatch(html, /not asked for|missing<\/span>/);
    assert.match(
      summary,
      /<p class="unasked">An empty cell: the paper does not argue this, and does not have to\./,
    );
    const held = described('---\nkind: briefing\nareas: all\n---\n\n# Ashby\n\nText.\n');
    const [all] = coverageHtml([held, held]).split('<section');
    assert.doesNotMatch(all!, /An empty cell/);
    const welsh = described('---\nkind: briefing\nlanguage: cy\n---\n\n# Y llyfrgell\n\nMae pobl yn dod.\n');
    const unjudged = 'An empty row is of a paper in a language that is not judged.';
    assert.ok(coverageHtml([argues, welsh]).includes(`does not have to. ${unjudged}</p>`));
    assert.ok(coverageHtml([held, welsh]).includes(`<p class="unasked">${unjudged}</p>`));
    assert.ok(!html.includes(unjudged));
  });

  it('keeps a state on one line, so that five columns fit into a window', () => {
    assert.match(page(), /\.state span \{ white-space: nowrap/);
  });

  it('tells each place once, with what stands there, in quotation marks of one kind', () => {
    const text =
      '---\nkind: briefing\n---\n\n# Ashby\n\n“Our coach helps residents who have no internet to get online at the library,” said Joan Ellis, the manager, “and they fill in their forms.”\n';
    const html = coverageHtml([described(text)]);
    const cell = /<th scope="row">Digital inclusion<\/th>.*?<td>(.*?)<\/td><\/tr>/.exec(html)![1]!;
    assert.match(
      cell,
      /^line 7: <q>‘Our coach [^<]*online at the library,’ said [^<]*, ‘and they [^<]*’<\/q>$/,
    );
  });

  it('does not alarm with what nobody asks for', () => {
    const html = coverageHtml([described('---\nkind: letter\nareas: none\n---\n\n# Ashby\n\nText.\n')]);
    assert.doesNotMatch(html, /class="state missing"/);
  });
});
