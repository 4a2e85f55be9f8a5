import type { Nodes } from 'mdast';
import { shortened } from '../../text/shorten';
import { NAME } from '../../util/version';
import { type Look, run } from '../markup/runs';
import type { Picture } from '../pictures/load';
import { missingPicture } from '../pictures/placeholder-images';
import type { Size } from '../pictures/raster/scale';
import { isOnSide, type Stored } from '../pictures/read';
import { STYLE } from '../styles';
import { clean, escapeXml } from '../xml-text';
import { type Context, type Place, relationsAt, warn } from './context';
import { commented } from './review';

/** The twips of a CSS pixel. */
export const PIXEL = 15;

const EMU_TO_THE_PIXEL = 9525;

/** The greatest height of a picture, in twips (11 cm), so that it fits on a page with its caption and some text. */
const TALLEST = 6236;

/** The ratio of width to height from which a picture may fill the line. */
const WIDE = 4 / 3;

/** The greatest height if the author asked for a size, in twips: three quarters of an A4 page, so that a heading fits. */
const TALLEST_ASKED = 11_000;

interface PictureAddress {
  readonly url: string;
  readonly title?: string | null | undefined;
  /** In CSS pixels, if the author asked for a size. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Whether it has no meaning for readers who do not see it. */
  readonly decorative?: boolean;
}

/** Writes a picture, or its alternative text if there is no picture. */
export function pictureXml(
  node: Nodes,
  picture: PictureAddress,
  alt: string,
  look: Look,
  place: Place,
): string {
  const { context } = place;
  const loaded = context.pictures.get(picture.url) ?? { unusable: 'it was not read' };
  if ('unusable' in loaded) return missing(node, picture.url, alt, loaded.unusable, look, place);
  const upright = sizeOf(loaded, picture, place);
  const { stored, fallback } = loaded;
  // Word needs the size of the stored picture.
  const isTurned = stored !== undefined && isOnSide(stored);
  const size = isTurned ? { width: upright.height, height: upright.width } : upright;
  const relations = relationsAt(place);
  const embed = (bytes: Uint8Array, type: string): string =>
    relations.to('image', context.media.add(bytes, type, size, stored));
  const own = embed(loaded.bytes, loaded.type);
  const drawing: Drawing = {
    size,
    stored,
    ...(loaded.type === 'svg'
      ? { image: embed(fallback ?? new Uint8Array(), 'png'), svg: own }
      : { image: own }),
    description: clean(alt.replace(/\s+/g, ' ').trim()),
    title: picture.title ?? '',
    decorative: picture.decorative ?? false,
  };
  return drawingXml(drawing, context);
}

/** The size at which a picture is shown, in CSS pixels: that of the author or of the file, as far as there is room. */
function sizeOf(picture: Picture, { width, height }: PictureAddress, place: Place): Size {
  const ratio = picture.width / picture.height;
  const asked = {
    width: width ?? (height === undefined ? picture.width : height * ratio),
    height: height ?? (width === undefined ? picture.height : width / ratio),
  };
  const isSized = width !== undefined || height !== undefined;
  const usual = isSized ? TALLEST_ASKED : ratio < WIDE ? TALLEST : place.context.lines.upright / WIDE;
  const { width: widest, height: tallest } = place.pictures ?? { width: place.width, height: usual };
  const scale = Math.min(1, widest / (asked.width * PIXEL), tallest / (asked.height * PIXEL));
  return { width: Math.max(1, asked.width * scale), height: Math.max(1, asked.height * scale) };
}

/** A picture in a line of text (DrawingML, ECMA-376 part 1, 20). */
interface Drawing {
  /** In CSS pixels. */
  readonly size: Size;
  readonly stored?: Stored | undefined;
  /** Ids of the relations to the picture, and to the SVG that it is a fallback for. */
  readonly image: string;
  readonly svg?: string;
  readonly name?: string;
  readonly description?: string;
  readonly title?: string;
  readonly decorative: boolean;
}

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const MICROSOFT = 'http://schemas.microsoft.com/office/drawing';

function drawingXml({ size, stored, image, svg, ...about }: Drawing, { counts }: Context): string {
  const [width, height] = [size.width, size.height].map((pixels) => Math.round(pixels * EMU_TO_THE_PIXEL));
  const id = ++counts.pictures;
  const text = (name: string, value = ''): string => (value === '' ? '' : ` ${name}="${escapeXml(value)}"`);
  const name =
    text('name', about.name ?? `Picture ${id}`) +
    text('descr', about.description) +
    text('title', about.title);
  const decorative = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="${MICROSOFT}/2017/decorative" val="1"/></a:ext></a:extLst>`;
  const drawn = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="${MICROSOFT}/2016/SVG/main" r:embed="${svg}"/></a:ext></a:extLst>`;
  const turn = stored?.turn ? ` rot="${stored.turn * 60_000}"` : '';
  // Word reserves the room of the stored picture, so the additional room of a turned one must be given.
  const beside = stored && isOnSide(stored) ? Math.round(Math.abs(width! - height!) / 2) : 0;
  const [sides, ends] = width! > height! ? [0, beside] : [beside, 0];
  return (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="${sides}" t="${ends}" r="${sides}" b="${ends}"/>` +
    `<wp:docPr id="${id}"${name}>${about.decorative ? decorative : ''}</wp:docPr>` +
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name=""/>` +
    '<pic:cNvPicPr><a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr>' +
    `<pic:blipFill><a:blip r:embed="${image}">${svg === undefined ? '' : drawn}</a:blip>` +
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr bwMode="auto"><a:xfrm${turn}${stored?.mirrored ? ' flipH="1"' : ''}><a:off x="0" y="0"/>` +
    `<a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

let sign: Uint8Array | undefined;

/** The icon for a missing picture, as high as a line. It is decorative, as the words follow. */
function crossed(place: Place): string {
  const { context } = place;
  sign ??= missingPicture();
  const size = { width: 21, height: 16 };
  const image = relationsAt(place).to('image', context.media.add(sign, 'png', size));
  return drawingXml({ size, image, name: 'Missing picture', decorative: true }, context);
}

/** The icon for a missing picture and the alternative text in a frame, with a comment in the margin that says why. */
function missing(node: Nodes, url: string, alt: string, reason: string, look: Look, place: Place): string {
  const { context } = place;
  const file = shortened(/^data:/i.test(url) ? 'data:…' : url, 80);
  const message = `The picture “${file}” is not shown: ${reason}`;
  warn(context, message, node);
  const words = clean(alt.replace(/\s+/g, ' ')) || `${context.words.picture}: ${clean(file)}`;
  const { bold = false, italics = false, strike = false } = look;
  const shown = crossed(place) + run(words, { style: STYLE.missingPicture, bold, italics, strike });
  // Word allows no comments in notes.
  if (place.part === 'note') return shown;
  const remark = { author: NAME, date: '1970-01-01T00:00:00Z', text: message };
  return commented([remark], shown, context);
}
