import { AREA_IDS, OFFER_IDS } from '../framework/ids-source';
import { ABOUT_EXAMPLES, ABOUT_KEYS, type About } from '../snippets/about';

/** A first `.advocacy.json`, whose comments say what can stand in it, with what is known of those who write. */
export const firstConfiguration = (about: About): string => `{
  // Settings of Library Advocacy for the drafts in this folder and the folders below it.
  // None of them has to be set. What most services want stands first: who you are, your Word template, and names and
  // abbreviations of your own. To use what stands behind //, take the // away.

  // Filled in for you in every new draft.
  "about": {
${ABOUT_KEYS.map((key) => `    ${about[key] ? '' : '// '}"${key}": ${JSON.stringify(about[key] || ABOUT_EXAMPLES[key])},\n`).join('')}  },

  // A Word document or template whose look exported documents get, such as your council's.
  // "word": { "template": "templates/council.dotx" },

  // Local names, and the topics that a passage with one of them is about:
  // ${AREA_IDS.join(', ')},
  // ${OFFER_IDS.join(', ')}.
  // "terms": [{ "phrase": "Top Time", "topics": ["isolation", "health-wellbeing"] }],

  // Abbreviations that your readers meet, and what they stand for.
  // "acronyms": { "DWP": "Department for Work and Pensions" },

  // Few need what follows.

  // Which Markdown files are drafts, besides those that say at their top what type of paper they are: put your folder
  // in place of briefings. * stands for any name, ** for any folders, ! for an exception.
  "drafts": ["briefings/**/*.md"],

  // Areas, offers and types of paper of your own; they extend the built-in framework.
  // "framework": "our-framework.yaml",

  // Files with facts and their sources.
  // "evidence": ["evidence/*.yaml"],

  // What papers of a type have to argue, where a draft itself does not say what it is about.
  // "asks": { "report": ["economic", "digital"], "pitch": "all" },

  // How serious each rule is: "off", "hint", "information", "warning" or "error".
  // In VS Code, the settings page has a list for each, and here Ctrl+Space shows their names with what each looks for.
  // "rules": { "sentence-long": "off", "figure-unsourced": "error" }
}
`;

/** The same with nothing known: for `advocacy init` and "Create Configuration". */
export const configurationTemplate = firstConfiguration({});
