import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type IImageOptions,
  ImageRun,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Nodes } from 'mdast';
import { type Context, type Place, warn } from './context';
import type { Picture } from './images';
import { shortened } from './inlines';
import type { Look } from './runs';
import { STYLE } from './styles';
import { clean } from './text';

/** Twips to the CSS pixel. */
const PIXEL = 15;

/** The tallest that a picture gets, in twips: three quarters of an A4 page, so that its heading fits above it. */
const TALLEST = 11_000;

export interface PictureAddress {
  readonly url: string;
  readonly title?: string | null | undefined;
  /** In CSS pixels, where the author asked for a size. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Nothing is lost to those who do not see it. */
  readonly decorative?: boolean;
}

/** Writes a picture, or in its stead what it was to show. */
export function pictureRuns(
  node: Nodes,
  picture: PictureAddress,
  alt: string,
  look: Look,
  place: Place,
  context: Context,
): ParagraphChild[] {
  const loaded = context.pictures.get(picture.url) ?? { unusable: 'it was not read' };
  if ('unusable' in loaded) return missing(node, picture.url, alt, loaded.unusable, look, place, context);
  return [new ImageRun(imageOptions(loaded, picture, alt, place, ++context.count))];
}

function imageOptions(
  picture: Picture,
  { title, width, height, decorative }: PictureAddress,
  alt: string,
  place: Place,
  number: number,
): IImageOptions {
  const ratio = picture.width / picture.height;
  const asked = {
    width: width ?? (height === undefined ? picture.width : height * ratio),
    height: height ?? (width === undefined ? picture.height : width / ratio),
  };
  const scale = Math.min(1, place.width / (asked.width * PIXEL), TALLEST / (asked.height * PIXEL));
  const transformation = {
    width: Math.max(1, Math.round(asked.width * scale)),
    height: Math.max(1, Math.round(asked.height * scale)),
  };
  const name = `Picture ${number}`;
  const description = clean(alt.replace(/\s+/g, ' ').trim());
  const altText =
    title == null || title === '' ? { name, description } : { name, description, title: clean(title) };
  const common = { transformation, altText, ...(decorative ? { decorative: true } : {}) };
  if (picture.type !== 'svg') return { ...common, type: picture.type, data: picture.bytes };
  return {
    ...common,
    type: 'svg',
    data: picture.bytes,
    fallback: { type: 'png', data: picture.fallback ?? new Uint8Array() },
  };
}

/** The alternative text in a frame; a remark in Word's margin says which file is not there, and why. */
function missing(
  node: Nodes,
  url: string,
  alt: string,
  reason: string,
  look: Look,
  place: Place,
  context: Context,
): ParagraphChild[] {
  const file = shortened(/^data:/i.test(url) ? 'data:…' : url);
  const message = `The picture “${file}” is not shown: ${reason}`;
  warn(context, message, node);
  const words = clean(alt.replace(/\s+/g, ' ')) || `Picture: ${clean(file)}`;
  const text = new TextRun({
    text: words,
    style: STYLE.missingPicture,
    ...(look.bold ? { bold: true } : {}),
    ...(look.italics ? { italics: true } : {}),
    ...(look.strike ? { strike: true } : {}),
  });
  // Word allows no comments in notes.
  if (place.part === 'note') return [text];
  const id = context.remarks.push(message) - 1;
  return [
    new CommentRangeStart(id),
    text,
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ];
}
