import assert from 'node:assert/strict';
import { depthOfLists, lacks, linesOf, structureOf } from '../../scripts/pages/structure.mts';

/** A PDF as LibreOffice writes one: each element of the structure is an object. */
function pdf(...elements: readonly string[]): Uint8Array {
  const objects = elements.map((body, at) => `${at + 1} 0 obj\n<<${body}>>\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n${objects.join('')}99 0 obj\n<</Type/Catalog/Lang(en-GB)\n>>\nendobj\n`);
}

const tagged = pdf(
  '/Type/StructTreeRoot\n/RoleMap<</Heading#201/H1>>\n/K[2 0 R ]',
  '/Type/StructElem\n/S/Document\n/K[3 0 R 4 0 R 5 0 R 6 0 R 8 0 R]',
  '/Type/StructElem\n/S/Heading#201\n/Lang(cy-GB)\n/K[0 ]',
  '/Type/StructElem\n/S/Figure\n/Alt<FEFF00410020006D00610070>\n/K[1 ]',
  '/Type/StructElem\n/S/Figure\n/K[2 ]',
  '/Type/StructElem\n/S/L\n/K[7 0 R ]',
  '/Type/StructElem\n/S/L\n/K[3 ]',
  '/Type/StructElem\n/S/Table\n/K[4 ]',
);

describe('The structure of a printed paper', () => {
  it('is listed with languages and what figures say', () => {
    assert.deepEqual([...linesOf(structureOf(tagged))].slice(0, 4), [
      'Root [en-GB]',
      '  Document',
      '    H1 [cy-GB]',
      '    Figure “A map”',
    ]);
    assert.equal(depthOfLists(structureOf(tagged)), 2);
  });

  it('lacks what readers would miss', () => {
    assert.deepEqual(lacks(structureOf(tagged)), [
      'a figure has no alternate text',
      'a table has no header cell',
    ]);
    assert.throws(() => structureOf(pdf('/Type/Page')), /not tagged/);
  });
});
