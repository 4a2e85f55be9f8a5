/** The type of the data that Google Docs puts on the clipboard beside HTML. */
export const GOOGLE_DOCS = 'application/x-vnd.google-docs-document-slice-clip+wrapped';
