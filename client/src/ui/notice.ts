/**
 * Makes a text safe for a notification, in which VS Code turns `[words](address)` into links, even to commands. File
 * names, templates and topics may come from anybody.
 */
export function asNotice(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

/** The characters that VS Code shows of a notification without buttons (one line). With a button, it shows all. */
const ONE_LINE = 50;

/** A notification: a long one gets a button, so that VS Code shows it in full. */
export function notice(message: string, ...buttons: readonly string[]): [string, ...string[]] {
  const needed = buttons.length === 0 && message.length > ONE_LINE;
  return [asNotice(message), ...(needed ? ['OK'] : buttons)];
}
