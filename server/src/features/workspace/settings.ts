import { RULE_IDS } from '../../project/configuration';
import { type RuleSetting, SEVERITIES } from '../../project/severity';
import { AsyncCache } from './async-cache';

/** The settings under `advocacy` that concern the server. */
export interface Settings {
  /** Which Markdown is judged. */
  readonly check: 'drafts' | 'all' | 'off';
  /** When diagnostics follow the text. */
  readonly checkOn: 'type' | 'save';
  /** Weaker than the configuration's and the front matter's. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Path or URI of a Word template; empty for none. */
  readonly wordTemplate: string;
  /** Whether pictures in documents are reduced. */
  readonly wordPictures: 'reduced' | 'full';
  readonly codeLens: boolean;
}

export const defaultSettings: Settings = {
  check: 'drafts',
  checkOn: 'type',
  rules: {},
  wordTemplate: '',
  wordPictures: 'reduced',
  codeLens: true,
};

const RULE_SETTINGS: readonly unknown[] = [...SEVERITIES, 'off'];

/** Reads what a client gives for the section `advocacy`; whatever is missing or of a wrong type is as by default. */
export function readSettings(given: unknown): Settings {
  const root = record(given);
  const isSetting = (entry: readonly [string, unknown]): entry is [string, RuleSetting] =>
    RULE_SETTINGS.includes(entry[1]);
  const findings = record(root.findings);
  // Whoever writes the object by hand is more particular.
  const rules = [
    ...RULE_IDS.map((id) => [id, findings[findingSetting(id)]] as const),
    ...Object.entries(record(root.rules)),
  ].filter(isSetting);
  const { template, pictures } = record(root.word);
  const { enabled } = record(root.codeLens);
  return {
    check: root.check === 'all' || root.check === 'off' ? root.check : defaultSettings.check,
    checkOn: root.checkOn === 'save' ? 'save' : defaultSettings.checkOn,
    rules: Object.fromEntries(rules),
    wordTemplate: typeof template === 'string' ? template.trim() : defaultSettings.wordTemplate,
    wordPictures: pictures === 'full' ? pictures : defaultSettings.wordPictures,
    codeLens: typeof enabled === 'boolean' ? enabled : defaultSettings.codeLens,
  };
}

/** What a rule is called among the settings `advocacy.findings`: `figureUnsourced`, which VS Code shows as two words. */
export function findingSetting(rule: string): string {
  return rule.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Settings by scope (a workspace folder's URI, or undefined), asked for once until they change. */
export class SettingsStore {
  readonly #known = new AsyncCache<string | undefined, Settings>();

  /** `ask` gets the section `advocacy` for a scope; its failures count as no settings. */
  constructor(private readonly ask: (scope: string | undefined) => Promise<unknown>) {}

  /** The settings, where they are at hand. */
  peek(scope: string | undefined): Settings | undefined {
    return this.#known.peek(scope);
  }

  get(scope: string | undefined): Promise<Settings> {
    return this.#known.get(scope, () => this.ask(scope).then(readSettings, () => defaultSettings));
  }

  /** Forgets everything: the settings changed. */
  clear(): void {
    this.#known.forget();
  }
}
