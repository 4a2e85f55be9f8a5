import assert from 'node:assert/strict';
import { parseXml, placed, spliced } from '../../src/docx/xml-tree';

const within = (xml: string, before?: ReadonlySet<string>): string =>
  spliced(xml, [placed(parseXml(xml), 'b', '<b/>', before)]);

describe('An element that is put into another', () => {
  for (const [where, xml, expected] of [
    ['takes the place of the one of its name', '<p><a/><b x="1"/><c/></p>', '<p><a/><b/><c/></p>'],
    ['stands behind those before it', '<p><a/><c/></p>', '<p><a/><b/><c/></p>'],
    ['stands first where there are none', '<p><c/></p>', '<p><b/><c/></p>'],
    ['goes into one without content', '<p></p>', '<p><b/></p>'],
    ['leaves the attributes of a tag that ends itself', '<p x="/" y=\'>\' />', '<p x="/" y=\'>\' ><b/></p>'],
  ] as const)
    it(where, () => assert.equal(within(xml, new Set(['a'])), expected));

  it('stands behind all others where nothing is said', () =>
    assert.equal(within('<p><a/><c/></p>'), '<p><a/><c/><b/></p>'));
});
