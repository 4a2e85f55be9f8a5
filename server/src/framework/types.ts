/** What a topic is: a recovery area, a Universal Library Offer, or a promise underneath the offers. */
export type TopicGroup = 'area' | 'offer' | 'promise';

/** Name that is out of use, and since when. */
export interface RetiredName {
  readonly name: string;
  /** Year in which it was replaced. */
  readonly until?: number;
  /** What to write instead, where the topic's title does not simply take the name's place. */
  readonly note?: string;
}

/** A word or phrase that speaks of a topic, as a workspace's framework gives it. */
export interface Cue {
  readonly phrase: string;
  /** strong: rarely means anything else. weak: counts only beside a strong cue, whatever their number. */
  readonly strength: 'strong' | 'weak';
  readonly caseSensitive: boolean;
}

/** An area, offer or promise: something that a passage can make a case on. */
export interface Topic {
  readonly id: string;
  readonly group: TopicGroup;
  readonly title: string;
  /** Accepted ways to write the title, besides the title itself. */
  readonly names: readonly string[];
  readonly retiredNames: readonly RetiredName[];
  /** What a passage must argue, in one plain sentence: shown on hover and in messages. */
  readonly argue: string;
  /** Who benefits, in a few words: "job seekers and people who start a business". */
  readonly beneficiaries: string;
  /** Id of the snippet that argues it. */
  readonly snippet: string;
  /** Built-in topic whose judgement it has; undefined for a topic that has only its own cues. */
  readonly judgedAs?: string;
  /** Cues besides those of the built-in judgement. */
  readonly cues: readonly Cue[];
}

/** What a block can have whatever its words: how to reach somebody, a sum, a date, a list, a request to the reader. */
export type Content = 'contact' | 'money' | 'dates' | 'list' | 'ask';

/** Where in a paper something counts: in its title, its first blocks, its last, or anywhere. */
export const PLACES = ['title', 'opening', 'end', 'paper'] as const;
export type Place = (typeof PLACES)[number];

/** Something by which a paper shows what it has or is about: a phrase as cues are matched, or a kind of content. */
export type Sign = ({ readonly phrase: string } | { readonly content: Content }) & { readonly in: Place };

/** A part that readers of a kind of document look for. */
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Other headings that count as this part, compared as `partsNamed` compares headings. */
  readonly aliases: readonly string[];
  /** Whether it is told where it is missing: "hint" for what is only nice to have. */
  readonly required: boolean | 'hint';
  /** What it tells, as words that go on from "does not say": "what it costs and who pays". */
  readonly tells?: string;
  /** By what it is there without its heading. */
  readonly signs: readonly Sign[];
  /** The case of its kind in which it is needed; always where this is left out. */
  readonly when?: string;
  /** Why the reader misses it, in one sentence: shown in the message. */
  readonly why: string;
  /** Id of the snippet that makes it. */
  readonly snippet: string;
  /** How it is recognised: by a heading (default), or by words that stand at the start of a line ("Ends"). */
  readonly sign?: 'heading' | 'line';
}

export interface DocumentKind {
  readonly id: string;
  readonly title: string;
  /** Other names that people have for it: "Cabinet report". */
  readonly names: readonly string[];
  readonly description: string;
  /** In the order in which they stand in a paper. */
  readonly parts: readonly Part[];
  /** What a paper may be about that makes a part of it needed, by name, and what shows it. */
  readonly cases: Readonly<Record<string, readonly Sign[]>>;
  /** What shows that a paper is one of which no part is missed: a report that is only to be noted. */
  readonly unless: readonly Sign[];
  /** What a draft of the kind is held to when its front matter does not say. */
  readonly areas: 'all' | 'none' | readonly string[];
  readonly offers: 'all' | 'none' | readonly string[];
  /** Whether such a paper asks its reader for something. */
  readonly asks: boolean;
  /** A kind that a draft names and the framework does not have. */
  readonly unknown?: true;
}

/** The data that drafts are held against, loaded and checked. How cues are matched is the matcher's own affair. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** Where it was published. */
  readonly source: { readonly title: string; readonly url: string };
  readonly topics: readonly Topic[];
  readonly kinds: readonly DocumentKind[];
  /** Phrases in which no cue counts, besides those of the built-in judgement. */
  readonly ignore: readonly string[];
  topic(id: string): Topic | undefined;
  kind(id: string): DocumentKind | undefined;
  /** The kind that somebody calls so: by its id, its title or another name, whatever the capitals and hyphens. */
  kindNamed(name: string): DocumentKind | undefined;
}
