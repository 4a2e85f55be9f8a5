import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.mjs';

/** Quick input of a window: the palette, quick picks, input boxes, the simple file dialog. */
export class QuickInput {
  constructor(readonly page: Page) {}

  quick(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  input(): Locator {
    return this.quick().locator('.quick-input-box input, .quick-input-filter input').first();
  }

  rows(): Locator {
    return this.quick().locator('.quick-input-list .monaco-list-row');
  }

  /** The row whose label is exactly this. */
  row(label: string): Locator {
    const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.rows().filter({ has: this.page.locator('.label-name', { hasText: exact }) });
  }

  /** Opens quick input by a key with a text in it; again where a change of focus has closed it. */
  async quickInput(key: string, text: string): Promise<void> {
    await until(`quick input by ${key}`, async () => {
      if (!(await this.input().isVisible())) await this.page.keyboard.press(key);
      await this.input().fill(text, { timeout: 1000 });
      return (await this.input().inputValue()) === text;
    });
  }

  /** Runs a command of the extension from the palette. */
  async run(title: string): Promise<void> {
    const label = `Library Advocacy: ${title}`;
    await until(`"${label}" in the palette`, async () => {
      await this.quickInput('F1', `>${label}`);
      try {
        await this.row(label).first().click({ timeout: 2000 });
        return true;
      } catch {
        // The list is as old as the palette's opening: what became possible since is in the next one.
        await this.page.keyboard.press('Escape');
        return false;
      }
    });
  }

  /** Whether the palette offers a command of the extension now. */
  async offers(title: string): Promise<boolean> {
    const label = `Library Advocacy: ${title}`;
    await this.quickInput('F1', `>${label}`);
    await this.rows().first().waitFor();
    const offered = (await this.row(label).count()) > 0;
    await this.page.keyboard.press('Escape');
    await this.quick().waitFor({ state: 'hidden' });
    return offered;
  }

  async pick(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Answers the input box that has this example in it; another one may just be closing. */
  async answer(example: string, text: string): Promise<void> {
    await until(`the box with "${example}"`, async () => {
      return (await this.input().getAttribute('placeholder', { timeout: 1000 }))?.includes(example);
    });
    await this.input().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Answers the simple file dialog with a path. Enter waits until the dialog lists the path's folder: pressed while it
   * still goes there, it leaves the dialog busy for ever (VS Code's `onDidAccept` resets the bar and not the state).
   */
  async answerDialog(path: string): Promise<void> {
    await until('the dialog with a path', async () =>
      (await this.input().inputValue({ timeout: 1000 })).startsWith('/'),
    );
    await this.input().fill(path);
    await until(`the dialog to list the folder of ${path}`, async () => {
      // Rows of the list before this one may still be there, unseen.
      const listed = (await this.rows().locator('.label-name').allInnerTexts()).filter(
        (name) => name !== '..',
      );
      return listed.some((name) => existsSync(join(dirname(path), name)));
    });
    // It reads the folder once more for what was typed, without a sign of it.
    await this.page.waitForTimeout(1500);
    await this.page.keyboard.press('Enter');
    await this.quick().waitFor({ state: 'hidden' });
  }

  /** Chooses a folder that the simple file dialog lists, and the dialog's button. */
  async chooseFolder(name: string, button: string): Promise<void> {
    await until(`the folder ${name}`, async () => {
      if ((await this.input().inputValue({ timeout: 1000 })).endsWith(`/${name}/`)) return true;
      await this.row(name).click({ timeout: 1000 });
      return false;
    });
    // A dialog that is still reading the folder takes no answer.
    const answer = this.quick().getByRole('button', { name: button });
    await answer.waitFor();
    await until(`the dialog to take “${button}”`, async () => {
      if (!(await answer.isVisible())) return true;
      await answer.click({ timeout: 1000 });
      return false;
    });
  }

  quickTitle(): Locator {
    return this.quick().locator('.quick-input-title');
  }
}
