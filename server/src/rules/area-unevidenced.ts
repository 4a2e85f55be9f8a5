import type { TopicCoverage } from '../coverage/types';
import { isProvedBeside } from './lib/proof-beside';
import { bestPassage, placeOfTopic, topicProblems } from './lib/topics';
import type { Rule } from './types';

export const areaUnevidenced: Rule = {
  id: 'area-unevidenced',
  group: 'coverage',
  severity: 'information',
  readsEnglish: true,
  yieldsTo: ['figure-unsourced', 'source-vague', 'footnote-missing'],
  what: 'A recovery area that the draft is held to and argues, but for which no passage has a figure with its source, or a quotation with a name, nor has the paragraph, list, table or quotation right behind one that argues it, nor any other that speaks of it.',
  why: 'A case without evidence rests on the word of the service that asks for the money. One figure with a source, or one named person, is what a sceptical councillor can repeat.',
  example: {
    bad: `---
kind: briefing
areas: [isolation]
---

# Keep Ashby library open

Older people who live alone are less lonely because the library brings them together: volunteers help them to come to the Tuesday coffee morning, where they make friends.
`,
    good: `---
kind: briefing
areas: [isolation]
---

# Keep Ashby library open

Older people who live alone are less lonely because the library brings them together: volunteers help them to come to the Tuesday coffee morning, where 78% of them have made a friend.[^1]

[^1]: Ashby Libraries, *Survey of users of the coffee mornings*, March 2026, https://libraries.ashby.example/survey
`,
  },
  inDraft({ draft, coverage }) {
    const bare = coverage.areas.filter(
      (found) => found.asked && found.state === 'argued' && !isProvedBeside(draft, coverage, found),
    );
    return topicProblems(draft, bare, 'argued', (found) => ({
      span: bestPassage(found)?.span ?? placeOfTopic(draft, found),
      message: `${found.topic.title} is argued here without evidence. ${advice(found)}`,
    }));
  },
};

/** Where one passage only lacks the text of its footnote, that is the next step. */
function advice({ passages }: TopicCoverage): string {
  return passages.some(({ keptBy }) => keptBy === 'footnote')
    ? 'Fill in the footnote with the source of its figure.'
    : 'Add a figure with its source, or a quotation from a named person.';
}
