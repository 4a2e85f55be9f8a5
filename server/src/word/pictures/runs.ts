import { type IImageOptions, ImageRun, type ParagraphChild, TextRun } from 'docx';
import type { Nodes } from 'mdast';
import { shortened } from '../../text/shorten';
import { type Context, type Place, warn } from '../context';
import { asChild, Changed } from '../markup';
import { commented } from '../review';
import type { Look } from '../runs';
import { STYLE } from '../styles';
import { clean } from '../text';
import { crossedOut } from './drawn';
import type { Picture } from './load';
import { isOnSide } from './read';

/** Twips to the CSS pixel. */
const PIXEL = 15;

const EMU_TO_THE_PIXEL = 9525;

/** The tallest that a picture gets, in twips (11 cm): it stays on the page of what is said of it, with its caption. */
const TALLEST = 6236;

/** So wide for its height, a picture may fill the line. */
const WIDE = 4 / 3;

/** The tallest where the author asked for a size, in twips: three quarters of an A4 page, so that its heading fits. */
const TALLEST_ASKED = 11_000;

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
  const options = imageOptions(loaded, picture, alt, place, context);
  const run = new ImageRun(options);
  return [
    loaded.stored !== undefined && isOnSide(loaded.stored) ? withRoom(run, options.transformation) : run,
  ];
}

function imageOptions(
  picture: Picture,
  { title, width, height, decorative }: PictureAddress,
  alt: string,
  place: Place,
  context: Context,
): IImageOptions {
  const ratio = picture.width / picture.height;
  const asked = {
    width: width ?? (height === undefined ? picture.width : height * ratio),
    height: height ?? (width === undefined ? picture.height : width / ratio),
  };
  const isSized = width !== undefined || height !== undefined;
  const usual = isSized ? TALLEST_ASKED : ratio < WIDE ? TALLEST : context.lines.upright / WIDE;
  const { width: widest, height: tallest } = place.pictures ?? { width: place.width, height: usual };
  const scale = Math.min(1, widest / (asked.width * PIXEL), tallest / (asked.height * PIXEL));
  const shown = {
    width: Math.max(1, asked.width * scale),
    height: Math.max(1, asked.height * scale),
  };
  const transformation = turned(shown, picture);
  const name = `Picture ${++context.count}`;
  const description = clean(alt.replace(/\s+/g, ' ').trim());
  const altText =
    title == null || title === '' ? { name, description } : { name, description, title: clean(title) };
  const common = { transformation, altText, ...(decorative ? { decorative: true } : {}) };
  const data = context.media.sign(picture.bytes, transformation, picture.stored);
  if (picture.type !== 'svg') return { ...common, type: picture.type, data };
  return {
    ...common,
    type: 'svg',
    data,
    fallback: { type: 'png', data: context.media.sign(picture.fallback ?? new Uint8Array(), transformation) },
  };
}

/**
 * How Word is told to show a photograph upright that a camera has stored on its side or as in a mirror. Its size is
 * then that of the stored picture.
 */
function turned(
  { width, height }: { readonly width: number; readonly height: number },
  { stored }: Picture,
): IImageOptions['transformation'] {
  if (stored === undefined) return { width, height };
  return {
    ...(isOnSide(stored) ? { width: height, height: width } : { width, height }),
    ...(stored.turn === 0 ? {} : { rotation: stored.turn }),
    ...(stored.mirrored ? { flip: { horizontal: true } } : {}),
  };
}

/** Word leaves a turned picture the room of the stored one: what it takes beyond that is said apart. */
function withRoom(picture: ImageRun, { width, height }: IImageOptions['transformation']): ParagraphChild {
  const beside = Math.round((Math.abs(width - height) / 2) * EMU_TO_THE_PIXEL);
  const [sides, ends] = width > height ? [0, beside] : [beside, 0];
  const room = `<wp:effectExtent l="${sides}" t="${ends}" r="${sides}" b="${ends}"/>`;
  return asChild(new Changed(picture, (xml) => xml.replace(/<wp:effectExtent\b[^<>]*\/>/, room)));
}

let sign: ImageRun | undefined;

/** A picture that is crossed out, as high as a line; those who do not see it have the words. */
function crossed(): ImageRun {
  sign ??= new ImageRun({
    type: 'png',
    data: crossedOut(),
    transformation: { width: 21, height: 16 },
    altText: { name: 'Missing picture' },
    decorative: true,
  });
  return sign;
}

/**
 * A crossed-out picture and the alternative text in a frame; a remark in Word's margin says which file is not there,
 * and why.
 */
function missing(
  node: Nodes,
  url: string,
  alt: string,
  reason: string,
  look: Look,
  place: Place,
  context: Context,
): ParagraphChild[] {
  const file = shortened(/^data:/i.test(url) ? 'data:…' : url, 80);
  const message = `The picture “${file}” is not shown: ${reason}`;
  warn(context, message, node);
  const words = clean(alt.replace(/\s+/g, ' ')) || `${context.words.picture}: ${clean(file)}`;
  const text = new TextRun({
    text: words,
    style: STYLE.missingPicture,
    ...(look.bold ? { bold: true } : {}),
    ...(look.italics ? { italics: true } : {}),
    ...(look.strike ? { strike: true } : {}),
  });
  const shown = [crossed(), text];
  // Word allows no comments in notes.
  if (place.part === 'note') return shown;
  const remark = { author: 'Library Advocacy', date: '1970-01-01T00:00:00Z', text: message };
  return [...commented([remark], shown, context)];
}
