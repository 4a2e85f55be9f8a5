// The selectors and keys for a window of VS Code.
import type { FrameLocator, Locator } from 'playwright-core';
import { QuickInput } from './quick-input.mjs';
import { until } from './until.mjs';

export { until } from './until.mjs';

/** A window of VS Code. Tested with 1.100 and 1.110. */
export class Workbench extends QuickInput {
  /** Waits until VS Code has loaded its folder and the extension's contributions. */
  async ready(): Promise<void> {
    const limit = { timeout: 90_000 };
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor(limit);
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor(limit);
    await this.viewIcon().waitFor(limit);
  }

  // --- Explorer and editor

  file(name: string): Locator {
    return this.page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
  }

  /** Renames a file in the Explorer. */
  async rename(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+e');
    // A file that appears in the meantime moves the others.
    await until('the file to be chosen', async () => {
      await this.file(from).click();
      return (await this.file(from).getAttribute('aria-selected')) === 'true';
    });
    const box = this.page.locator('.explorer-folders-view .monaco-inputbox input');
    await until('the box for the name', async () => {
      if (!(await box.isVisible())) await this.page.keyboard.press('F2');
      await box.fill(to, { timeout: 1000 });
      return true;
    });
    await this.page.keyboard.press('Enter');
    await this.file(to).waitFor();
  }

  /** Opens a file by Quick Open: a path in the workspace. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1)!;
    await until(`${path} to be found`, async () => {
      await this.quickInput('Control+p', path);
      const row = this.rows().filter({ hasText: name, visible: true }).first();
      if (
        await row.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        )
      )
        return true;
      // A file that was just written is found by the next search.
      await this.page.keyboard.press('Escape');
      return false;
    });
    // Where the file is open already, the next keys would still reach the list.
    await this.accept();
    await this.tab(name).waitFor();
    await this.editor().waitFor();
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`);
  }

  editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]');
  }

  /** The visible lines, in order. */
  async editorText(): Promise<string> {
    const lines = this.editor().locator('.view-line');
    const tops = await lines.evaluateAll((elements) =>
      elements.map((element) => Number.parseInt(element.style.top, 10)),
    );
    const texts = (await lines.allTextContents()).map((text, index) => ({ text, top: tops[index] ?? 0 }));
    // New lines come last in the page, wherever they are in the text.
    texts.sort((a, b) => a.top - b.top);
    return texts.map(({ text }) => text.replace(/\u00a0/g, ' ')).join('\n');
  }

  async focusEditor(): Promise<void> {
    const focused = this.page.locator('.editor-group-container.active .monaco-editor.focused');
    let tries = 0;
    await until('the focus in the editor', async () => {
      // On a busy machine, the key may be lost after a box has closed; a click is not.
      if (tries++ < 3) await this.page.keyboard.press('Control+1');
      else await this.editor().locator('.view-line').first().click({ timeout: 1000 });
      await focused.waitFor({ timeout: 1000 });
      return true;
    });
  }

  /** Puts the cursor on a line and a column, both from 1. */
  async cursorAt(line: number, column = 1): Promise<void> {
    await until(`the cursor on line ${line}`, async () => {
      await this.focusEditor();
      await this.quickInput('Control+g', `:${line}:${column}`);
      await this.accept();
      // An undo may still move the cursor.
      const there = this.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` });
      return there.waitFor({ timeout: 2000 }).then(() => true);
    });
    // Waits until an earlier selection is gone, so that a caller who waits for one gets the next.
    await this.page
      .locator('.statusbar-item', { hasText: /\d (?:characters )?selected\)/ })
      .waitFor({ state: 'hidden' });
  }

  /** Waits until the cursor is on a line and a column. */
  async at(line: number, column: number): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Where the cursor is, by the status bar: both from 1. */
  async position(): Promise<{ readonly line: number; readonly column: number }> {
    return until('the position of the cursor', async () => {
      const told = await this.page.locator('.statusbar-item', { hasText: /Ln \d/ }).textContent();
      const [, line, column] = /Ln (\d+), Col (\d+)/.exec(told ?? '') ?? [];
      return line === undefined ? undefined : { line: Number(line), column: Number(column) };
    });
  }

  /** Types at the end of the document, on a line of its own. */
  async typeAtEnd(text: string): Promise<void> {
    await until('the cursor at the end', async () => {
      await this.focusEditor();
      await this.page.keyboard.press('Control+End');
      const numbers = await this.editor().locator('.line-numbers').allTextContents();
      const last = Math.max(...numbers.map(Number));
      const there = this.page.locator('.statusbar-item', { hasText: `Ln ${last}, ` });
      return there.waitFor({ timeout: 2000 }).then(() => true);
    });
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.insertText(text);
  }

  /** Waits until text is selected, as after inserting something. */
  async selected(): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: /\d (?:characters )?selected\)/ }).waitFor();
  }

  /** Waits until text that matches is selected, by the clipboard, and in view; at most `limit` milliseconds. */
  async selectedInView(text: RegExp, limit?: number): Promise<void> {
    await this.focusEditor();
    const look = async (): Promise<boolean> => {
      await this.page.keyboard.press('Control+c');
      const selected = await this.page.evaluate<string>('navigator.clipboard.readText()');
      return text.test(selected) && (await this.editor().locator('.selected-text').first().isVisible());
    };
    await until(`a selection like ${text}`, look, limit);
  }

  /** A code lens. */
  lens(title: string): Locator {
    return this.editor().locator('.codelens-decoration a', { hasText: title });
  }

  /** Chooses from the open menu. Tries again if it has just opened and ignores clicks. */
  async chooseInMenu(name: string): Promise<void> {
    const item = this.page.locator('.monaco-menu').getByRole('menuitem', { name, exact: true });
    await item.waitFor();
    await until(`“${name}” to be chosen`, async () => {
      if (await item.isVisible()) await item.click({ timeout: 1000 });
      return !(await item.isVisible());
    });
  }

  /** Closes the side bar, so that the editor has all the room. */
  async closeSideBar(): Promise<void> {
    await this.page.keyboard.press('Control+b');
    await this.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** Opens a walkthrough by its title. */
  async openWalkthrough(title: RegExp): Promise<void> {
    await this.quickInput('F1', '>Welcome: Open Walkthrough');
    await this.rows().filter({ hasText: 'Open Walkthrough' }).first().click();
    await this.rows().filter({ hasText: title }).first().click();
    await this.page.locator('.getting-started-step').first().waitFor();
  }

  /** The content of an extension's webview. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Puts text on the clipboard. */
  async copy(text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  }

  /** The lines that are highlighted after revealing them. */
  lit(): Locator {
    return this.editor().locator('.view-overlays [class*="TextEditorDecorationType"]').first();
  }

  squiggles(kind: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.editor().locator(`.squiggly-${kind}`);
  }

  /** Opens the menu of the light bulb at the cursor, and chooses the action with `title` in its title. */
  async quickFix(title: string): Promise<void> {
    const menu = this.lightBulb();
    await until(`the quick fix "${title}"`, async () => {
      if (!(await menu.isVisible())) await this.page.keyboard.press('Control+.');
      await menu.locator('.monaco-list-row', { hasText: title }).first().waitFor({ timeout: 1500 });
      return true;
    });
    // By keyboard, as in older versions something lies over the menu.
    await until(`"${title}" to be chosen`, async () => {
      if (await menu.locator('.monaco-list-row.focused', { hasText: title }).count()) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
    await this.page.keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
  }

  lightBulb(): Locator {
    return this.page.locator('.action-widget:not(.action-list-submenu-panel)');
  }

  /** The rows of the list of completions. */
  suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** A completion that comes by itself; on a busy machine, VS Code may drop the answer, and is asked for it by key. */
  async suggestion(label: string): Promise<Locator> {
    const row = this.suggestions().filter({ hasText: label }).first();
    await until(`“${label}” to be suggested`, async () => {
      const came = await row.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (!came) {
        // An answer that came before the text did stays, as “No suggestions”.
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Control+Space');
      }
      return came;
    });
    return row;
  }

  // --- Panels, notifications, dialogs

  async openProblems(): Promise<void> {
    if (!(await this.page.locator('.markers-panel').isVisible()))
      await this.page.keyboard.press('Control+Shift+m');
    await this.page.locator('.markers-panel').waitFor();
  }

  /** "Errors: 1, Warnings: 2", from the status bar's label for screen readers. */
  async problemCounts(): Promise<string | null> {
    return this.page.locator('[id="status.problems"] a').getAttribute('aria-label');
  }

  problems(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  toast(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  }

  toastButton(text: string | RegExp, name: string): Locator {
    return this.toast(text).locator('.notification-list-item-buttons-container .monaco-button', {
      hasText: name,
    });
  }

  /** Closes the notifications, so that an old one is not taken for a new one. */
  async closeToasts(): Promise<void> {
    await until('no notification', async () => {
      const toast = this.toast(/./).first();
      if ((await this.toast(/./).count()) === 0) return true;
      await toast.hover({ timeout: 1000 });
      await toast.locator('.codicon-notifications-clear').click({ timeout: 1000 });
      return false;
    });
  }

  /** Closes whatever is open over the editor, as far as possible, after a failure. */
  async calm(): Promise<void> {
    const open = [
      this.dialog(),
      this.quick(),
      this.lightBulb(),
      this.page.locator('.suggest-widget.visible'),
    ];
    await until('nothing to be open', async () => {
      const visible = await Promise.all(open.map((one) => one.first().isVisible()));
      if (!visible.includes(true)) return true;
      await this.page.keyboard.press('Escape');
      return false;
    }).catch(() => undefined);
    await this.closeToasts().catch(() => undefined);
  }

  /** Goes on with an export if it shows issues first. */
  async exportAnyway(): Promise<void> {
    const anyway = this.row('Export Anyway');
    await anyway
      .or(this.toast(/Exported to/))
      .first()
      .waitFor();
    if (await anyway.isVisible()) await this.page.keyboard.press('Enter');
  }

  dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  dialogButton(name: string): Locator {
    return this.dialog().locator('.monaco-button', { hasText: name });
  }

  // --- The extension's view and status bar item

  /** The extension's icon in the activity bar. */
  viewIcon(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: 'Library Advocacy' });
  }

  /** Shows the Coverage view, whatever is shown. */
  async showCoverage(): Promise<void> {
    // A click on the icon of what is shown hides it.
    const isShown = await this.page.locator('.sidebar').getByText('Library Advocacy').first().isVisible();
    if (!isShown) await this.viewIcon().click();
    await this.coverage().waitFor();
  }

  coverage(): Locator {
    return this.page.locator('.sidebar .pane-body');
  }

  /** Opens a row of the Coverage view. Tries again if the view is redrawn in the meantime. */
  async expand(label: string | RegExp): Promise<void> {
    const row = this.coverageRow(label);
    await until(`${label} to open`, async () => {
      if ((await row.getAttribute('aria-expanded', { timeout: 1000 })) === 'true') return true;
      await row.click({ timeout: 1000 });
      return (await row.getAttribute('aria-expanded', { timeout: 1000 })) === 'true';
    });
  }

  /** Chooses a button that a row of the Coverage view shows on hover. */
  async rowButton(label: string | RegExp, name: string): Promise<void> {
    const row = this.coverageRow(label);
    await until(`the button "${name}"`, async () => {
      // What VS Code shows over a row that the pointer rests on would cover this one.
      await this.page.mouse.move(0, 0);
      await row.hover({ timeout: 1000 });
      await row.getByRole('button', { name }).click({ timeout: 1000 });
      return true;
    });
  }

  /** A row of the Coverage view, by its label for screen readers. */
  coverageRow(label: string | RegExp): Locator {
    return this.coverage().getByRole('treeitem', { name: label });
  }

  status(): Locator {
    return this.page.locator('[id="library-advocacy.library-advocacy.advocacy.status"]');
  }
}
