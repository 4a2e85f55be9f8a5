import { mark } from '../word/template/tampered';
import { type Change, field, inBody } from './template-changes';
import { leavesOut } from './template-left-out';

describe('A Word template carries into a document only fields that do nothing but show', () =>
  leavesOut([
    [
      'a field in the instruction of a field',
      inBody(
        `<w:p><w:r><w:instrText>ASK x<w:fldSimple w:instr="ASK y"/></w:instrText></w:r><w:r><w:t>stays</w:t></w:r></w:p>`,
      ),
      /the field ASK/,
      /ASK/,
      /stays/,
    ],
    [
      'macros of form fields',
      inBody(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T"/><w:enabled/><w:entryMacro w:val="AutoOpen"/><w:exitMacro w:val="AutoOpen"/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>${mark('separate')}<w:r><w:t>stays</w:t></w:r>${mark('end')}</w:p>`,
      ),
      /w:entryMacro, w:exitMacro/,
      /AutoOpen/,
      /FORMTEXT.*stays/s,
    ],
    ...(
      [
        'AUTOTEXT Evil',
        'ASK name "Who?"',
        'DATA c:\\x',
        'FILLIN "Who?"',
        'AUTOTEXTLIST',
        'GLOSSARY x',
        'NEWFIELD x',
      ] as const
    ).map((instruction): [string, Change, RegExp, RegExp, RegExp] => {
      const [name] = instruction.split(' ') as [string];
      return [
        `the field ${name}`,
        inBody(field(` ${instruction.replaceAll('"', '&quot;')} `, 'last shown')),
        new RegExp(`the field ${name}[,)]`),
        new RegExp(`\\b${name}\\b`),
        /last shown/,
      ];
    }),
    [
      'a field of simple kind',
      inBody(
        '<w:p><w:fldSimple w:instr=" autotext Evil "><w:r><w:t>last shown</w:t></w:r></w:fldSimple></w:p>',
      ),
      /the field autotext/,
      /Evil/,
      /last shown/,
    ],
    [
      'data of a field that only other programs read',
      inBody(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:fldData>QUJD</w:fldData></w:fldChar></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${mark('end')}</w:p>`,
      ),
      /w:fldData/,
      /fldData|QUJD/,
      /PAGE/,
    ],
    [
      'a field whose instruction is written as text',
      inBody(
        `<w:p>${mark('begin')}<w:r><w:t>AUTO</w:t></w:r><w:r><w:instrText>TEXT Evil</w:instrText></w:r>${mark('separate')}<w:r><w:t>last shown</w:t></w:r>${mark('end')}</w:p>`,
      ),
      /the field AUTOTEXT/,
      /Evil|AUTO</,
      /last shown/,
    ],
  ]));
