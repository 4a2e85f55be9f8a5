import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { changed, councilTemplate, inTemplate } from '../word/templates';
import { problems } from '../word/validator';
import { type Change, field, inBody, messages } from './template-changes';

const PART = 'docProps/custom.xml';

describe('Of the custom properties of a Word template, a document gets', () => {
  let council: Uint8Array;
  let usual: string[];
  before(async () => {
    council = await councilTemplate();
    usual = messages(await inTemplate('x', council));
  });

  /** The list of properties in a document, and what is said of it. */
  async function given(
    properties: string,
    change: Change = (bytes) => bytes,
  ): Promise<{ list: string; said: string }> {
    const document = await inTemplate('Ours.', change(withProperties(council, properties)));
    assert.deepEqual(await problems(document.bytes), []);
    return {
      list: strFromU8(unzipSync(document.bytes)[PART]!),
      said: messages(document)
        .filter((one) => !usual.includes(one))
        .join(),
    };
  }

  for (const [name, value] of [
    ['_AssemblyLocation', 'https://example.org/addin.vsto|{c5d1f1e0-0000-4000-8000-000000000001}'],
    ['_AssemblyName', '4E3C66D5-58D4-491E-A7D4-64AF99AF6E8B'],
    [' _AssemblyName', '4E3C66D5-58D4-491E-A7D4-64AF99AF6E8B'],
    ['_PID_LINKBASE', '\\\\example.org\\share\\'],
    ['_TemplateID', 'TC123'],
    ['Solution URL', 'https://example.org/manifest.xml'],
    ['Solution ID', '{15727DE6-F92D-4E46-ACB4-0E2C58B31A18}'],
  ] as const) {
    it(`not ${name}, even where a field shows it`, async () => {
      const shows = inBody(field(` DOCPROPERTY "${name}" `, 'shown'));
      for (const change of [undefined, shows]) {
        const { list, said } = await given(text(name, value), change);
        assert.ok(!list.includes('<property') && !list.includes(value), list);
        assert.ok(said.includes(`the property ${name}`), said);
      }
    });
  }

  it('none that stands for a place in the template, or is not plain', async () => {
    for (const property of [
      text('MSIP_Label_1', 'x').replace(' pid', ' linkTarget="here" pid'),
      text('MSIP_Label_1', 'x').replaceAll('lpwstr', 'blob'),
      text('MSIP_Label_1', 'x').replaceAll('vt:lpwstr', 'vt:oblob'),
    ]) {
      const { list, said } = await given(property);
      assert.doesNotMatch(list, /<property/);
      assert.match(said, /the property MSIP_Label_1/);
    }
  });

  it('those of sensitivity labels and their markings, without a word', async () => {
    const names = [
      'MSIP_Label_c5d1f1e0-0000-4000-8000-000000000001_Enabled',
      'ClassificationContentMarkingFooterText',
      'ClassificationWatermarkText',
      'bjDocumentSecurityLabel',
      'docIndexRef',
    ];
    const { list, said } = await given(names.map((name) => text(name, 'Official & so on')).join(''));
    for (const [at, name] of names.entries())
      assert.ok(
        list.includes(
          `pid="${at + 2}" name="${name}"><vt:lpwstr>Official &amp; so on</vt:lpwstr></property>`,
        ),
        list,
      );
    assert.equal(said, '');
  });

  it('those that fields of the template show, and of the others none', async () => {
    const properties = `${text('Reference no', 'CX 12')}${text('Client', 'Acme')}`;
    for (const name of ['"Reference no"', '“reference No”']) {
      const shows = inBody(field(` DOCPROPERTY ${name} \\* MERGEFORMAT `, 'CX 12'));
      const { list, said } = await given(properties, shows);
      assert.match(list, /name="Reference no"><vt:lpwstr>CX 12</);
      assert.doesNotMatch(list, /Acme/);
      assert.match(said, /do not need \(the property Client\); it is left out$/);
    }
  });

  it('not what SharePoint notes about the file, which needs no word', async () => {
    const { list, said } = await given(text('ContentTypeId', '0x0101') + text('MediaServiceImageTags', ''));
    assert.doesNotMatch(list, /<property/);
    assert.equal(said, '');
  });
});

function text(name: string, value: string): string {
  return `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${value.replaceAll('&', '&amp;')}</vt:lpwstr></property>`;
}

function withProperties(bytes: Uint8Array, properties: string): Uint8Array {
  return changed(bytes, PART, (list) => list.replace(/\/>$/, () => `>${properties}</Properties>`));
}
