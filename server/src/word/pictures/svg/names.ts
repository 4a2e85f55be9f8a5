/** The names that are allowed in an SVG for a document: those of what draws, and not of what runs, moves or fetches. */
import { words } from '../../../util/lists';
import names from './names.json';

export const ELEMENTS = words(names.elements);

/** Elements that are left out with their content, without a warning: animations, and data of programs. */
export const LEFT_OUT = words(names.leftOut);

/** Elements of SVG that show something from elsewhere, or contain HTML that may. */
export const FETCHING = words(names.fetching);

/** Attributes with an address that is fetched, not followed. */
export const ADDRESSES = words(names.addresses);

/** Attributes of plain values: lengths, numbers, names, lists of points. */
export const ATTRIBUTES = words(names.attributes);

/** Properties of styles; in SVG, each may be an attribute as well. */
export const PROPERTIES = words(names.properties);

/** Functions of styles that calculate, draw or colour; any other may fetch something. */
export const FUNCTIONS = words(names.functions);
