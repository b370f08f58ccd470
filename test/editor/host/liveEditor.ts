import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** A wavy line in the active editor: how severe, and the number of its line, from 1. */
export interface Squiggle {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly line: number;
}

/** VS Code names the classes of its wavy lines by these. */
const SEVERITIES = { error: 'error', warning: 'warning', info: 'information', hint: 'hint' } as const;

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';
const PATIENCE_MS = 30_000;
const MENU_PATIENCE_MS = 5_000;

/** A VS Code window in a browser, driven by keyboard and mouse as a person would. */
export class LiveEditor {
  /**
   * @param page the window; what has no method here is done with it
   * @param url the address of the window
   * @param folder the absolute path of the folder that is open
   */
  constructor(
    readonly page: Page,
    readonly url: string,
    readonly folder: string,
  ) {}

  /** The text editor that is in use. */
  get active(): Locator {
    return this.page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
  }

  /** Opens the window and waits until it can be used. */
  async start(): Promise<void> {
    this.page.setDefaultTimeout(PATIENCE_MS);
    await this.page.goto(this.url);
    await this.page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Closes the window. */
  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Opens a file by its path within the folder and waits for its text. */
  async openFile(path: string): Promise<void> {
    await this.press(`${MODIFIER}+KeyP`);
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(path);
    const name = path.split('/').at(-1) ?? path;
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
    await input.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.active.locator('.view-line').first().waitFor();
  }

  /** Puts the cursor on a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.press('Control+KeyG');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await input.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The wavy lines that can be seen, from top to bottom. */
  async squiggles(): Promise<Squiggle[]> {
    const lines = await this.lineNumbers();
    const found: Squiggle[] = [];
    for (const [name, severity] of Object.entries(SEVERITIES)) {
      for (const mark of await this.active.locator(`.view-overlays .squiggly-${name}`).all()) {
        const box = await mark.boundingBox();
        const line = box && lines.find(({ top, bottom }) => top <= box.y + 1 && box.y + 1 < bottom);
        if (line) found.push({ severity, line: line.number });
      }
    }
    return found.sort((one, other) => one.line - other.line);
  }

  /** Waits until the wavy lines are as wanted, and returns them. */
  async squigglesUntil(wanted: (squiggles: readonly Squiggle[]) => boolean): Promise<Squiggle[]> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const squiggles = await this.squiggles();
      if (wanted(squiggles)) return squiggles;
      if (Date.now() > deadline) throw new Error(`The squiggles stayed ${JSON.stringify(squiggles)}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Waits for the lightbulb of the line of the cursor. */
  async lightbulb(): Promise<Locator> {
    const bulb = this.active.locator('.lightBulbWidget, [class*="codicon-gutter-lightbulb"]').locator('visible=true');
    const there = () => bulb.first().waitFor({ timeout: MENU_PATIENCE_MS });
    // An answer that comes before the focus is back in the text is not shown: a cursor that moves asks again.
    await there().catch(async () => {
      await this.press('ArrowRight');
      await this.press('ArrowLeft');
      await bulb.first().waitFor();
    });
    return bulb.first();
  }

  /** The titles in the menu of the lightbulb at the cursor, in their order. */
  async quickFixTitles(): Promise<string[]> {
    const menu = await this.openQuickFixes();
    const titles = await menu.locator('.monaco-list-row.action .title').allInnerTexts();
    await this.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    return titles.map(plain);
  }

  /** Applies one entry of the menu of the lightbulb at the cursor. */
  async pickQuickFix(title: string): Promise<void> {
    const menu = await this.openQuickFixes();
    await menu.locator('.monaco-list-row.action').getByText(title, { exact: true }).click();
    await menu.waitFor({ state: 'hidden' });
  }

  /** Opens the menu of the lightbulb at the cursor and leaves it open. */
  async openQuickFixes(): Promise<Locator> {
    await this.lightbulb();
    const menu = this.page.locator('.action-widget:not(.action-list-submenu-panel)');
    const action = menu.locator('.monaco-list-row.action').first();
    await this.press(`${MODIFIER}+Period`);
    // A menu that opens while the editor still scrolls is closed again by the scrolling.
    await action.waitFor({ timeout: MENU_PATIENCE_MS }).catch(() => this.press(`${MODIFIER}+Period`));
    await action.waitFor();
    return menu;
  }

  /** Shows the hover at the cursor and returns its text. */
  async hover(): Promise<string> {
    await this.press(`${MODIFIER}+KeyK`);
    await this.press(`${MODIFIER}+KeyI`);
    const hover = this.page.locator('.monaco-resizable-hover .monaco-hover-content').locator('visible=true').first();
    await hover.waitFor();
    return plain((await hover.allInnerTexts()).join('\n'));
  }

  /** Types at the cursor. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Types a word at the cursor and takes the first completion that is offered for it. */
  async complete(word: string): Promise<void> {
    await this.page.keyboard.type(word);
    const first = this.page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: word });
    await first.waitFor();
    await this.press('Enter');
    await first.waitFor({ state: 'hidden' });
  }

  /** Takes back the last edit. */
  async undo(): Promise<void> {
    await this.press(`${MODIFIER}+KeyZ`);
  }

  /** Saves the active file. */
  async save(): Promise<void> {
    await this.press(`${MODIFIER}+KeyS`);
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'hidden' });
  }

  /** The whole text of the active editor, with \n as its line ends. The cursor stays where it is. */
  async text(): Promise<string> {
    await this.press(`${MODIFIER}+KeyA`);
    await this.press(`${MODIFIER}+KeyC`);
    const text: string = await this.page.evaluate('navigator.clipboard.readText()');
    await this.press(`${MODIFIER}+KeyU`);
    return text.replaceAll('\r\n', '\n');
  }

  /** What the Problems panel lists, as a screen reader says it: files and their problems. */
  async problems(): Promise<string[]> {
    await this.press(`${MODIFIER}+Shift+KeyM`);
    const panel = this.page.locator('.markers-panel');
    await panel.waitFor();
    const rows = await panel.locator('.monaco-list-row').all();
    const labels = await Promise.all(rows.map((row) => row.getAttribute('aria-label')));
    await this.press(`${MODIFIER}+Shift+KeyM`);
    await panel.waitFor({ state: 'hidden' });
    return labels.filter((label) => label !== null).map(plain);
  }

  /** Runs a command of the command palette by its title. */
  async command(title: string): Promise<void> {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`>${title}`);
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
    await row.click();
    // A list that is still being filtered moves from under the pointer.
    await row.waitFor({ state: 'hidden', timeout: MENU_PATIENCE_MS }).catch(() => row.click());
  }

  /** Keeps a picture of the window. */
  async screenshot(path: string): Promise<void> {
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  private async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  private async lineNumbers(): Promise<{ number: number; top: number; bottom: number }[]> {
    const rows = await this.active.locator('.margin-view-overlays .line-numbers').all();
    const lines = await Promise.all(
      rows.map(async (row) => ({ number: Number(await row.textContent()), box: await row.boundingBox() })),
    );
    return lines.flatMap(({ number, box }) => (box ? [{ number, top: box.y, bottom: box.y + box.height }] : []));
  }
}

/** VS Code shows spaces as ones that do not break. */
function plain(text: string): string {
  return text.replaceAll(' ', ' ').trim();
}
