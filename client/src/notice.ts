/**
 * A text for a notification, in which VS Code makes links of `[words](address)`, of commands even. What is said there
 * names files, templates and topics, which may be anybody's: nothing in it may become a link.
 */
export function asNotice(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
