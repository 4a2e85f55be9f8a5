/** HTML as programs put it on the clipboard, and what becomes of it. */
import assert from 'node:assert/strict';
import { clipboardMarkdown, lossText } from '../../src/import';

/** As Word puts it on the clipboard. */
export const word = (body: string, sheet = ''): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt;} ${sheet} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
${body}
<!--EndFragment--></body></html>`;

/** An item of Word's: a paragraph with its bullet or number in a span that other programs are to ignore. */
export const item = (marker: string, text: string, list = 'l0 level1 lfo1', font = 'Symbol'): string =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:${list}'><![if !supportLists]><span
style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

export const plain = (text: string): string => `<p class=MsoNormal>${text}<o:p></o:p></p>`;

/** As LibreOffice does. */
export const libre = (body: string): string =>
  `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 24.8.2.1 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 115%; background: transparent }</style></head>
<body lang="en-GB" dir="ltr">${body}</body></html>`;

/** As Google Docs does: all of it in an element for bold that says it is not. */
export const google = (body: string): string =>
  `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f0c1a2b-7fff-1234">${body}</b><br class="Apple-interchange-newline">`;
export const span = (text: string, style = ''): string =>
  `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;${style}">${text}</span>`;

export const note = (number: number, kind = 'ftn'): string =>
  `<a style='mso-footnote-id:${kind}${number}' href="#_${kind}${number}" name="_${kind}ref${number}" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference>[${number}]</span><![endif]></span></span></a>`;
export const noteText = (number: number, text: string, kind = 'ftn'): string =>
  `<div style='mso-element:footnote' id=${kind}${number}><p class=MsoFootnoteText><a style='mso-footnote-id:${kind}${number}'
href="#_${kind}ref${number}" name="_${kind}${number}" title=""><span class=MsoFootnoteReference>[${number}]</span></a> ${text}<o:p></o:p></p></div>`;
export const noteList = (notes: string): string =>
  `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${notes}</div>`;

export interface Case {
  readonly name: string;
  readonly html: string;
  readonly expected: string | undefined;
  readonly notes?: string;
  readonly losses?: readonly string[];
}

export function cases(all: readonly Case[]): void {
  for (const { name, html, expected, notes = '', losses = [] } of all)
    it(name, () => {
      const made = clipboardMarkdown(html);
      assert.equal(made?.blocks, expected);
      assert.equal(made?.notes.join('\n') ?? '', notes);
      assert.deepEqual(made?.losses.map(lossText) ?? [], losses);
    });
}
