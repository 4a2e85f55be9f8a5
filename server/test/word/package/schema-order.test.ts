import assert from 'node:assert/strict';
import { parseXml, spliced } from '../../../src/docx/xml-tree';
import { placed } from '../../../src/word/package/schema-order';

describe('An element that is put into another', () => {
  for (const [where, xml, expected] of [
    [
      'takes the place of the one of its name',
      '<w:pPr><w:pStyle/><w:numPr x="1"/><w:jc/></w:pPr>',
      '<w:pPr><w:pStyle/><w:numPr/><w:jc/></w:pPr>',
    ],
    [
      'stands behind those before it',
      '<w:pPr><w:pStyle/><w:jc/></w:pPr>',
      '<w:pPr><w:pStyle/><w:numPr/><w:jc/></w:pPr>',
    ],
    ['stands first where there are none', '<w:pPr><w:jc/></w:pPr>', '<w:pPr><w:numPr/><w:jc/></w:pPr>'],
    ['goes into one without content', '<w:pPr></w:pPr>', '<w:pPr><w:numPr/></w:pPr>'],
    [
      'leaves the attributes of a tag that ends itself',
      '<w:pPr x="/" y=\'>\' />',
      '<w:pPr x="/" y=\'>\' ><w:numPr/></w:pPr>',
    ],
    ['stands last in any other', '<w:rPr><w:b/><w:sz/></w:rPr>', '<w:rPr><w:b/><w:sz/><w:numPr/></w:rPr>'],
  ] as const)
    it(where, () => assert.equal(spliced(xml, [placed(parseXml(xml), 'w:numPr', '<w:numPr/>')]), expected));
});
