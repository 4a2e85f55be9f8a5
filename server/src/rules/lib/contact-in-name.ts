/** A contact in name only: a paper that wants to be answered, and has no number and no address by which anybody could. */
import { type Block, BlockFinder, type Draft, RunMap, runsOf } from '../../draft';
import { perBlock } from '../../draft/block-map';
import type { Span } from '../../draft/types';
import type { DocumentKind, Framework } from '../../framework/types';
import type { Problem } from '../types';
import { hasContact } from './contact';
import { missingParts } from './missing';

/** Who reads such a paper knows whom to ring. */
const AMONG_COLLEAGUES = new Set(['report', 'briefing']);

const BEGINS = String.raw`(?:^|[.:;!?]\s+|\b(?:[Pp]lease|just|do|and|or|then)\s+)`;
const INVITES = new RegExp(
  [
    String.raw`${BEGINS}(?:[Rr]ing|[Pp]hone|[Tt]elephone|[Ee]-?mail|DM)\s+(?:me|us)\b`,
    String.raw`${BEGINS}[Rr]eply\s+(?:by|online)\b|\b[Pp]lease\s+reply\b|\bReplies\s+by\b|${BEGINS}[Tt]ell\s+us\s+by\b`,
    String.raw`\b[Gg]ive\s+(?:me|us)\s+a\s+(?:ring|call)\b|\bmy\s+direct\s+line\b|\bthe\s+address\s+above\b`,
  ].join('|'),
  'mu',
);
/** A release names whom to ask in a line of its own. */
const FOR_THE_PRESS = /\b(?:[Mm]edia|[Pp]ress)\s+(?:contact|enquiries)\b|\b[Cc]ontact\s+(?:the\s+)?\p{Lu}/u;
/** What is still to be filled in has a finding of its own. */
const OPEN = /[[\]?]|\bTB[CA]\b|[Xx_*]{3}|\bTO GO IN\b/;
/** Besides what a contact has: a link, the name of a site, an extension. */
const REACHED =
  /:\/\/|\bwww\.|\w\.(?:uk|org|com|net|wales|scot|cymru|example)\b|\]\(|\bext(?:ension|n)?\b\.?\s*\d/i;
const LONGEST = 20_000;

const finderOf = (wanted: RegExp) =>
  new BlockFinder(
    perBlock(({ node, text }: Block): Span | undefined => {
      if (node.type === 'heading' || node.type === 'blockquote' || text.length > LONGEST) return undefined;
      const plain = text.replace(/[*_]/g, ' ');
      const found = wanted.exec(plain);
      if (!found || OPEN.test(text)) return undefined;
      const end = found.index + found[0].length;
      return { start: end - found[0].replace(/^[^\p{L}]+/u, '').length, end };
    }),
  );
const inviting = finderOf(INVITES);
const forThePress = finderOf(FOR_THE_PRESS);
/** A journalist on a deadline fills in no form. */
const reached = new RunMap((blocks, forPress: boolean) =>
  blocks.some((block) => hasContact(block) || (!forPress && REACHED.test(block.text.slice(0, LONGEST)))),
);

export function contactInName(draft: Draft, kind: DocumentKind, framework: Framework): readonly Problem[] {
  const { raw, span } = draft.frontMatter;
  if (raw.kind && AMONG_COLLEAGUES.has(kind.id)) return [];
  const isForPress = kind.id === 'press-release';
  const [first] = (isForPress ? forThePress : inviting).in(draft, undefined);
  if (!first || runsOf(draft).some(({ run }) => reached.of(run, isForPress))) return [];
  if (span && /@|\d{5}/.test(draft.source.slice(span.start, span.end))) return [];
  // It has a finding already.
  if (missingParts(draft, kind, framework).some(({ id, required }) => id === 'contact' && required === true))
    return [];
  const { found, placed } = first;
  return [
    {
      span: { start: placed.start + found.start, end: placed.start + found.end },
      message: `Nobody can: the draft has no telephone number${isForPress ? ' and no e-mail address' : ', e-mail or web address'} anywhere. Put one here.`,
    },
  ];
}
