import { STYLE } from './names';
import type { Style } from './style';

/** What a letter has besides its text, in the order in which it stands there. */
export const LETTER: readonly Style[] = [
  {
    id: STYLE.letterAddress,
    name: 'Letter Address',
    based: 'Normal',
    quick: true,
    paragraph: '<w:keepLines/><w:spacing w:after="280" w:line="259" w:lineRule="auto"/>',
  },
  {
    id: STYLE.letterDate,
    name: 'Letter Date',
    based: 'Normal',
    quick: true,
    paragraph: '<w:spacing w:after="280"/>',
  },
  {
    id: STYLE.salutation,
    name: 'Salutation',
    based: 'Normal',
    next: STYLE.subject,
    quick: true,
    paragraph: '<w:keepNext/>',
  },
  {
    id: STYLE.subject,
    name: 'Subject Line',
    based: 'Normal',
    next: 'Normal',
    quick: true,
    paragraph: '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:bCs/>',
  },
  {
    id: STYLE.closing,
    name: 'Closing',
    based: 'Normal',
    next: STYLE.signature,
    quick: true,
    paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="0"/>',
  },
  {
    // Four lines for the signature itself.
    id: STYLE.signature,
    name: 'Signature',
    based: 'Normal',
    quick: true,
    paragraph: '<w:keepLines/><w:spacing w:before="1080" w:after="280" w:line="259" w:lineRule="auto"/>',
  },
];
