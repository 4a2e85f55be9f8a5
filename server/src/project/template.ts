/** A first `.advocacy.json`, whose comments say what can stand in it: for `advocacy init` and "Create Configuration". */
export const configurationTemplate = `{
  // Markdown files that are drafts even without a "kind" in their front matter.
  // * stands for any name, ** for any folders, ! for an exception.
  "drafts": ["briefings/**/*.md"],

  // Local names, and the topics that a passage with one of them is about:
  // economic, education, isolation, digital, cultural,
  // reading, information-digital, culture-creativity, health-wellbeing.
  "terms": [
    // { "phrase": "Top Time", "topics": ["isolation", "health-wellbeing"] }
  ],

  // Abbreviations that your readers meet, and what they stand for.
  "acronyms": {
    // "DWP": "Department for Work and Pensions"
  },

  // How serious each rule is: off, hint, information, warning or error.
  "rules": {
    // "figure-unsourced": "error"
  },

  // A Word document or template whose look exported documents get.
  "word": {
    // "template": "templates/council.dotx"
  }

  // A framework of your own, which adds to the built-in one: "framework": "our-framework.yaml"
}
`;
