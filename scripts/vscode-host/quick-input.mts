import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { until } from './until.mjs';

/** The quick input of a window: the palette, quick picks, input boxes, and the simple file dialog. */
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

  /** The row with exactly this label. */
  row(label: string): Locator {
    const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.rows().filter({ has: this.page.locator('.label-name', { hasText: exact }) });
  }

  /** Opens quick input by a key and fills it with a text. Tries again if a change of focus has closed it. */
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
        // The list of commands is that of the moment when the palette was opened.
        await this.page.keyboard.press('Escape');
        return false;
      }
    });
  }

  /** Whether the palette now has a command of the extension. */
  async offers(title: string): Promise<boolean> {
    const label = `Library Advocacy: ${title}`;
    await this.quickInput('F1', `>${label}`);
    await this.rows().first().waitFor();
    const offered = (await this.row(label).count()) > 0;
    await this.page.keyboard.press('Escape');
    await this.quick().waitFor({ state: 'hidden' });
    return offered;
  }

  /** Accepts what the quick input says. On a busy machine a key pressed elsewhere than in its box is lost, or is typed into the text. */
  async accept(): Promise<void> {
    await until('quick input to close', async () => {
      if (!(await this.quick().isVisible())) return true;
      await this.input().press('Enter', { timeout: 1000 });
      await this.quick().waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
  }

  async pick(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Answers the input box with this example, as another box may just be closing. */
  async answer(example: string, text: string): Promise<void> {
    await until(`the box with "${example}"`, async () => {
      return (await this.input().getAttribute('placeholder', { timeout: 1000 }))?.includes(example);
    });
    await this.input().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Answers the simple file dialog with a path. The dialog reads the folder several times without showing it, and Enter
   * does not work meanwhile. So this waits until the list shows the path as active, or is empty for a new path, and presses
   * Enter again while the dialog is open.
   */
  async answerDialog(path: string): Promise<void> {
    const value = (): Promise<string> => this.input().inputValue({ timeout: 1000 });
    await until('the dialog with a path', async () => (await value()).startsWith('/'), 20_000);
    const chosen = this.quick().locator('.quick-input-list .monaco-list-row.focused .label-name');
    const meant = existsSync(path) ? [basename(path)] : [];
    await until(`the dialog to take ${path}`, async () => {
      // The next question may be in the same box.
      if (!(await this.quick().isVisible()) || !(await value()).startsWith('/')) return true;
      if ((await value()) !== path) await this.input().fill(path, { timeout: 1000 });
      await until(
        'it to be chosen',
        async () => String(await chosen.allInnerTexts()) === String(meant),
        3000,
      );
      await this.input().press('Enter', { timeout: 1000 });
      await this.quick().waitFor({ state: 'hidden', timeout: 3000 });
      return true;
    });
  }

  /** Chooses a folder in the simple file dialog, and presses the dialog's button. */
  async chooseFolder(name: string, button: string): Promise<void> {
    await until(`the folder ${name}`, async () => {
      if ((await this.input().inputValue({ timeout: 1000 })).endsWith(`/${name}/`)) return true;
      await this.row(name).click({ timeout: 1000 });
      return false;
    });
    // A dialog that is still reading the folder ignores the button.
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
