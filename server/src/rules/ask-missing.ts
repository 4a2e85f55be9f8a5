import type { Block } from '../draft';
import { BlockMap, passagesOf, RunMap, runsOf } from '../draft';
import { anchorOf } from './lib/anchor';
import { presentParts } from './lib/parts';
import { insertPart } from './lib/placement';
import type { Rule } from './types';

/**
 * Words that ask the reader to decide, to pay, to vote or to act. What a paper tells of the asking of others
 * ("we ask visitors to") is none: the one who is asked is the reader, or somebody who can decide.
 */
const DECIDES =
  '(?:you|cabinet|council|councillors?|members|(?:the\\s+)?(?:\\w+\\s+){0,3}(?:committee|cabinet|council|board|executive|government|minister|mayor|leader|secretary\\s+of\\s+state|panel|trustees|authority|fund|foundation|department|commissioners?)|(?:our|the|your)\\s+(?:mp|councillors?|candidates?)|every\\s+candidate|trustees|ministers?|funders?|government)';
const ASK = new RegExp(
  [
    `\\b(?:${DECIDES}|it)\\s+(?:is|are)\\s+(?:therefore\\s+|respectfully\\s+|now\\s+|hereby\\s+)?(?:asked|requested|recommended|invited|urged)\\s+(?:to|that)\\b`,
    `\\b(?:we|i|officers|it\\s+is)\\s+(?:therefore\\s+|also\\s+|strongly\\s+|respectfully\\s+|would\\s+)*(?:ask(?:ing)?|urge|recommend(?:ed)?|request|propose|seek|call\\s+on|call\\s+upon|invite|appeal\\s+to|implore|beg)\\b(?:\\s+(?:that|for|your|${DECIDES})|\\s+\\w+\\s+to\\b)`,
    `\\b(?:we|i)\\s+(?:would|should)\\s+(?:like|ask|urge|be\\s+grateful)\\b[^.]{0,40}\\b(?:you|your|cabinet|council|members)\\b`,
    // "We ask the Marlow Trust for £48,500", "the Trust is asked to award".
    `\\b(?:we|i)\\s+(?:therefore\\s+)?(?:are\\s+|am\\s+)?ask(?:ing)?\\s+(?:[\\w'’&-]+\\s+){1,8}?for\\s+(?:£|\\[insert|an?\\s+(?:grant|contribution|decision|vote|award)\\b|(?:its|their|your)\\s+support\\b|funding\\b)`,
    `\\b(?:is|are)\\s+(?:therefore\\s+)?asked\\s+to\\s+(?:award|approve|fund|grant|agree|decide)\\b`,
    // "I write to ask you to speak up", "Please would you meet us".
    `\\b(?:we|i)\\s+(?:write|am\\s+writing|are\\s+writing)\\s+to\\s+(?:ask|urge|invite|request)\\b|\\bplease\\s+(?:would|could|will|can)\\s+you\\s+\\w+`,
    // An ask that is still to be filled in is one.
    `\\b(?:we|i)\\s+(?:ask|urge|invite|request|call\\s+on)\\s+\\[insert\\b`,
    `\\bwe\\s+(?:need|want)\\s+${DECIDES}\\s+to\\b`,
    `\\b(?:please|can\\s+you|will\\s+you|would\\s+you)\\s+(?:\\w+\\s+)?(?:support|approve|agree|vote|write|back|fund|help|reconsider|think\\s+again|sign|give|keep|save|stop|reject|oppose|consider|pass|raise|speak|ask|make)\\b`,
    `\\b(?:recommends?|recommended)\\s+that\\b`,
    `\\bthat\\s+${DECIDES}\\s*:?\\s*(?:\\(?\\w\\)?\\s+)?(?:agrees?|approves?|notes?|endorses?|supports?|adopts?|accepts?|recommends?|authorises?|delegates?|takes?|considers?|keeps?)\\b`,
    `\\b(?:the\\s+council|cabinet|the\\s+government|members|councillors|ministers|the\\s+committee)\\s+(?:should|must|needs?\\s+to|ought\\s+to|has\\s+to|have\\s+to)\\b`,
    // "You should" is advice to anybody, unless it is on a decision.
    `\\byou\\s+(?:should|must|ought\\s+to|need\\s+to)\\s+(?:\\w+\\s+)?(?:support|approve|agree\\s+to|vote|back|fund|reconsider|keep|save|stop|reject|oppose)\\b`,
    `\\b(?:seeks?|seeking|asks?|asking|applying|bid(?:ding)?)\\s+(?:for\\s+)?(?:approval|agreement|permission|authority|support|funding|a\\s+(?:grant|contribution|decision|commitment)|£)`,
    `\\b(?:amount|sum|grant|total|funding|contribution)\\s+(?:requested|sought|applied\\s+for|asked\\s+for|needed)\\b`,
    `\\b(?:for|approve|agree|award|make|need|with)\\s+(?:an?|the|your|this)\\s+(?:\\w+\\s+)?(?:grant|contribution|investment|award)\\s+of\\s+(?:£|\\[insert)|\\bwe\\s+(?:are\\s+)?(?:ask(?:ing)?|request(?:ing)?|need|seek(?:ing)?)\\s+(?:for\\s+)?(?:a\\s+(?:grant|total)\\s+of\\s+)?(?:£|\\[insert\\s+amount)`,
    `\\b(?:our|the|my)\\s+(?:one\\s+)?(?:ask|request|plea|recommendation|proposal)(?:,[^.,]{0,60},)?\\s+(?:is|to)\\b`,
    `\\b(?:needs?\\s+to|should|must|ought\\s+to)\\s+be\\s+(?:\\w+\\s+)?(?:adopted|promoted|extended|introduced|protected|restored|reinstated|ring-?fenced|put\\s+back)\\b`,
    `^\\s*that\\s+(?:approve|agree|note|endorse|support|vote|back|keep|adopt|authorise|delegate|reject)\\b`,
    `\\bdo\\s+not\\s+(?:close|cut|approve)\\b|\\bshould\\s+(?:not\\s+)?(?:be\\s+)?(?:kept|closed|saved|reversed|reconsidered|rejected|approved|funded)\\b|\\b(?:think|look)\\s+again\\b|\\breconsider\\b`,
  ].join('|'),
  'im',
);
/** An item of a list of recommendations. In a paragraph the same is advice, or a turn of phrase. */
const ITEM =
  /^\s*(?:\(?[a-z\d]{1,3}[.)]\s+)?(?:that\s+)?(?:approve|agree|note|endorse|support|vote|back|keep|adopt|authorise|delegate|reject|write\s+to|ask)\b/i;
/** As such papers print it, in capitals: "RECOMMENDED". */
const HEADED = /\bRECOMMEND/;

const known = new BlockMap<boolean>();

/** Whether a block asks something of the reader. */
export function asks(block: Block): boolean {
  let found = known.get(block);
  if (found === undefined) {
    found = passagesOf(block).some(
      ({ kind, prose: { text }, inFootnote }) =>
        !inFootnote && (ASK.test(text) || HEADED.test(text) || (kind === 'list-item' && ITEM.test(text))),
    );
    known.set(block, found);
  }
  return found;
}

const asking = new RunMap((blocks) => blocks.some(asks));

/** Parts whose heading says that what stands below is asked. */
const PARTS = ['ask', 'recommendations', 'costs'];

export const askMissing: Rule = {
  id: 'ask-missing',
  group: 'structure',
  severity: 'warning',
  what: 'A report, briefing, pitch or letter that asks nothing of its reader: no decision, no money, no vote, no support.',
  why: 'A reader who is convinced and does not know what to do will do nothing.',
  example: {
    bad: `---
kind: letter
---

# Ashby library

Dear Cllr Reed

My mother goes to the library every day. It is the only place where she meets people.

Yours sincerely

Ann Moss
`,
    good: `---
kind: letter
---

# Ashby library

Dear Cllr Reed

My mother goes to the library every day. It is the only place where she meets people. Please vote against the closure on 4 June.

Yours sincerely

Ann Moss
`,
  },
  inDraft({ draft, coverage: { kind } }) {
    if (!kind.asks || draft.blocks.length === 0) return [];
    const part = kind.parts.find(({ id }) => PARTS.includes(id));
    const present = presentParts(draft, kind);
    // A section that is missing altogether has a finding already.
    if (part?.required && !present.some((candidate) => candidate.part.id === part.id)) return [];
    if (present.some((candidate) => candidate.part.id === 'recommendations')) return [];
    if (runsOf(draft).some(({ run }) => asking.of(run, undefined))) return [];
    return [
      {
        span: anchorOf(draft, ['kind']),
        message: `This ${kind.title.toLowerCase()} asks nothing of its reader, who will agree and do nothing. Say who should decide or do what, by when, and what it costs.`,
        fixes: () =>
          part && !present.some((candidate) => candidate.part.id === part.id)
            ? [{ title: `Insert “${part.title}”`, edits: insertPart(draft, kind, part), preferred: true }]
            : [],
      },
    ];
  },
};
