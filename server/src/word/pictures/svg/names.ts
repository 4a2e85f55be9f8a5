/** What may stand in an SVG that goes into a document. What draws is here; what runs, moves or fetches is not. */
import { words } from '../../text';
import names from './names.json';

export const ELEMENTS = words(names.elements);

/**
 * Elements that are left out, with all that is in them, without a word: a printed page does not move, and what programs
 * note for themselves or no other program shows is not missed.
 */
export const LEFT_OUT = words(names.leftOut);

/** Elements that belong to an SVG but show what lies elsewhere, or hold HTML that does. */
export const FETCHING = words(names.fetching);

/** Attributes whose value is an address that is fetched, not followed. */
export const ADDRESSES = words(names.addresses);

/** Attributes of plain values: lengths, numbers, names, lists of points. */
export const ATTRIBUTES = words(names.attributes);

/** Properties of styles; in SVG, each may be an attribute as well. */
export const PROPERTIES = words(names.properties);

/** Functions of styles that reckon, draw or colour; every other may fetch. */
export const FUNCTIONS = words(names.functions);
