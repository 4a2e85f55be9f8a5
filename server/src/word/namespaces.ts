/** Namespaces of Word documents, in the transitional kind of ECMA-376. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
