import assert from 'node:assert/strict';
import { word } from '../word';

const HEADS = [
  'Branch',
  'Opened',
  'Visits',
  'Loans',
  'Members',
  'Events',
  'Staff',
  'Hours',
  'Cost',
  'Change',
];
const CELLS = [
  'Northtown',
  'September',
  '1,234,567',
  '2,345,678',
  '123,456',
  '1,234',
  'Volunteers',
  '2,080',
  '£1,234,567',
  '+12.5%',
];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const table = (columns: number, cells: readonly string[] = CELLS): string =>
  `${row(HEADS.slice(0, columns))}${'|---'.repeat(columns)}|\n${row(cells.slice(0, columns))}`;
const told = async (body: string): Promise<readonly string[]> =>
  (await word(`# Books\n\n${body}`)).warnings.map(({ message, line }) => `${line}: ${message}`);

describe('Word: a table whose columns are too narrow for their words', () => {
  it('is named with its line, the first such word and how the page is turned', async () => {
    assert.deepEqual(await told(table(10)), [
      '2: This table has too many columns for the page, so that words such as “Branch” are broken: to turn the page, write <!-- landscape --> above it and <!-- portrait --> below it',
    ]);
  });

  const QUIET: Readonly<Record<string, string>> = {
    'stands on a turned page': `<!-- landscape -->\n\n${table(10)}\n<!-- portrait -->\n`,
    'has room for each word': table(6),
    'breaks an address, which may break': table(
      4,
      CELLS.map((_, at) => (at % 2 ? '1' : `https://example.org/${'statistics'.repeat(3)}`)),
    ),
    'stands in an item, where no page can be turned': `- Item\n\n${table(10).replace(/^/gm, '  ')}`,
    'would be too wide for a turned page, too': table(
      10,
      CELLS.map(() => 'Internationalisation'),
    ),
  };
  for (const [what, body] of Object.entries(QUIET))
    it(`is not named where it ${what}`, async () => {
      assert.deepEqual(await told(body), []);
    });
});
