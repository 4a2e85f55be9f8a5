/**
 * A text for a notification, in which VS Code makes links of `[words](address)`, of commands even. What is said there
 * names files, templates and topics, which may be anybody's: nothing in it may become a link.
 */
export function asNotice(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

/** Letters that VS Code shows of a notification without buttons: one line. With a button, it shows all of it. */
const ONE_LINE = 50;

/** What to show as a notification: a long one gets a button where it has none, so that it can be read to its end. */
export function notice(message: string, ...buttons: readonly string[]): [string, ...string[]] {
  const needed = buttons.length === 0 && message.length > ONE_LINE;
  return [asNotice(message), ...(needed ? ['OK'] : buttons)];
}
