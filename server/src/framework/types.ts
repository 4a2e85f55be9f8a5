/** A recovery area, a Universal Library Offer, or a promise below the offers. */
export type TopicGroup = 'area' | 'offer' | 'promise';

/** A name that is out of use. */
export interface RetiredName {
  readonly name: string;
  /** The year in which it was replaced. */
  readonly until?: number;
  /** What to write instead, if the topic's title does not simply replace the name. */
  readonly note?: string;
}

/** A word or phrase of a workspace's framework that shows that a passage is about a topic. */
export interface Cue {
  readonly phrase: string;
  /** strong: rarely means anything else. weak: counts only beside a strong cue. */
  readonly strength: 'strong' | 'weak';
  readonly caseSensitive: boolean;
}

/** An area, offer or promise that a passage can argue. */
export interface Topic {
  readonly id: string;
  readonly group: TopicGroup;
  readonly title: string;
  /** Other correct forms of the title. */
  readonly names: readonly string[];
  readonly retiredNames: readonly RetiredName[];
  /** What a passage must argue, in one plain sentence: shown on hover and in messages. */
  readonly argue: string;
  /** Who benefits, in a few words: "job seekers and people who start a business". */
  readonly beneficiaries: string;
  /** Id of the snippet that argues it. */
  readonly snippet: string;
  /** Id of the built-in topic that it is judged as; undefined for a topic that has only its own cues. */
  readonly judgedAs?: string;
  /** Cues besides those of the built-in topic. */
  readonly cues: readonly Cue[];
}

/** Content that a block can have in any words: contact details, a sum, a date, a list, a request to the reader. */
export type Content = 'contact' | 'money' | 'dates' | 'list' | 'ask';

/** Where in a paper a sign counts: in its title, its first blocks, its last blocks, or anywhere. */
export const REGIONS = ['title', 'opening', 'end', 'paper'] as const;
export type Region = (typeof REGIONS)[number];

/** A phrase or a kind of content that shows that a paper has a part or is about something. Phrases match as cues do. */
export type Sign = ({ readonly phrase: string } | { readonly content: Content }) & { readonly in: Region };

/** A part that readers of a kind of document look for. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Other headings that count as this part, compared by `partsNamed`. */
  readonly aliases: readonly string[];
  /** Whether a paper without it has a finding; "hint" for a part that is only nice to have. */
  readonly required: boolean | 'hint';
  /** What it says, as words behind "does not say": "what it costs and who pays". */
  readonly tells?: string;
  /** Signs that a paper has it without its heading. */
  readonly signs: readonly Sign[];
  /** The case of its kind in which it is needed; always if undefined. */
  readonly when?: string;
  /** Why the reader misses it, in one sentence: shown in the message. */
  readonly why: string;
  /** Id of the snippet that inserts it. */
  readonly snippet: string;
  /** How it is recognised: by a heading (default), or by words at the start of a line ("Ends"). */
  readonly sign?: 'heading' | 'line';
}

export interface DocumentKind {
  readonly id: string;
  readonly title: string;
  /** Other names for it: "Cabinet report". */
  readonly names: readonly string[];
  readonly description: string;
  /** In the order of a paper. */
  readonly parts: readonly Part[];
  /** Cases in which certain parts are needed, by name, with the signs that show them. */
  readonly cases: Readonly<Record<string, readonly Sign[]>>;
  /** Signs of a paper that needs none of the parts, such as a report that is only to be noted. */
  readonly unless: readonly Sign[];
  /** The topics that a draft of the kind is held to if its front matter does not say. */
  readonly areas: 'all' | 'none' | readonly string[];
  readonly offers: 'all' | 'none' | readonly string[];
  /** Whether such a paper asks its reader for something. */
  readonly asks: boolean;
  /** Whether a draft names it and the framework does not have it. */
  readonly unknown?: true;
}

/** The data that drafts are checked by. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** The publication that it is from. */
  readonly source: { readonly title: string; readonly url: string };
  readonly topics: readonly Topic[];
  readonly kinds: readonly DocumentKind[];
  /** Phrases in which no cue counts, besides the built-in ones. */
  readonly ignore: readonly string[];
  topic(id: string): Topic | undefined;
  kind(id: string): DocumentKind | undefined;
  /** The kind with this id, title or other name, whatever the capitals and hyphens. */
  kindNamed(name: string): DocumentKind | undefined;
}
