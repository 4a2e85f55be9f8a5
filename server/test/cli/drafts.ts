/** Drafts for tests of the command line: of a kind that asks for nothing, so that each has just the finding it says. */
export const CONFIGURATION =
  '{ "framework": "framework.yaml", "rules": { "placeholder-unfilled": "error", "heading-order": "warning" } }';
export const FRAMEWORK = `kinds:
  - id: note
    title: Note
    description: A note.
    areas: none
    offers: none
    asks: false
    parts: []
`;
const draft = (body: string): string => `---\nkind: note\n---\n\n# Opening hours\n\n${body}`;

export const CLEAN = draft('The doors are open from nine.\n');
/** An error: `[insert date]` in line 7, columns 22 to 35. */
export const ERROR = draft('The doors open again [insert date].\n');
/** A warning: a heading of level 4 in line 7. */
export const WARNING = draft('#### Saturdays\n\nThe doors are open from ten.\n');
/** A Markdown file that is no draft. */
export const README = '# Read me\n\nThe doors open [insert date].\n';

/** Files of a workspace, with the framework that has the kind. */
export const withNotes = (files: Readonly<Record<string, string | Uint8Array>>) => ({
  '.advocacy.json': CONFIGURATION,
  'framework.yaml': FRAMEWORK,
  ...files,
});
