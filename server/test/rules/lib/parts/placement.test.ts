import assert from 'node:assert/strict';
import { analyse } from '../../../../src/analysis';
import { parseDraft, withChanges } from '../../../../src/draft';
import { builtInFramework } from '../../../../src/framework';
import { builtInProject } from '../../../../src/project';
import { insertArgument, insertPart } from '../../../../src/rules/lib/parts/placement';
import { arguedIn } from '../../../../src/rules/lib/topics';
import { skeleton } from '../../../../src/skeleton';

const kind = (id: string) => builtInFramework.kind(id)!;
const letter = kind('letter');
const digital = builtInFramework.topic('digital')!;

const HEAD = ['12 Ashcombe Road\nReading', 'Dear Councillor Marsden', 'We write for 340 members.'];
const REASONS = 'Monday is the day of the job club.';
const ASK = 'We ask you to keep the library open on Mondays.';
const COURTESY = 'I would be glad to show you the job club.';
const CLOSE = ['Yours sincerely', 'Sam Okafor\nChair'];

const draftOf = (...blocks: readonly string[]) =>
  parseDraft(`---\nkind: letter\n---\n\n# Mondays\n\n${blocks.join('\n\n')}\n`);

/** The block that what is inserted stands after, and whether it brings a heading. */
function place(text: string, [change]: readonly { span: { start: number }; text: string }[]) {
  const above = text.slice(0, change!.span.start).trimEnd().split('\n\n').at(-1)!;
  return { above, heading: /^#/m.test(change!.text) };
}

describe('Where an argument goes in a letter', () => {
  const above = (blocks: readonly string[], near?: number): string => {
    const draft = draftOf(...blocks);
    return place(draft.text, insertArgument(draft, letter, digital, { near })).above;
  };

  it('is before what is asked, with the reasons', () => {
    assert.equal(above([...HEAD, REASONS, ASK, COURTESY, ...CLOSE]), REASONS);
    assert.equal(above([...HEAD, REASONS, ASK, ...CLOSE]), REASONS);
  });

  it('is after an opening that says already what is asked', () => {
    const opening = 'I am writing to ask you to keep the library open.';
    assert.equal(above([HEAD[1]!, opening, REASONS, COURTESY, ...CLOSE]), REASONS);
    assert.equal(above([HEAD[1]!, opening, ...CLOSE]), opening);
  });

  it('is before the last paragraph where nothing is asked', () => {
    assert.equal(above([...HEAD, REASONS, COURTESY, ...CLOSE]), REASONS);
    assert.equal(above([HEAD[1]!, REASONS, COURTESY, ...CLOSE]), REASONS);
  });

  it('is between salutation and close where there is little or nothing', () => {
    assert.equal(above([HEAD[1]!, REASONS, ...CLOSE]), REASONS);
    assert.equal(above([HEAD[1]!, ...CLOSE]), HEAD[1]);
    for (const greeting of ['Sirs', 'Madam,', '**Dear all**'])
      assert.equal(
        above([HEAD[0]!, greeting, COURTESY, ...CLOSE]),
        COURTESY,
        'the opening, whatever it says',
      );
  });

  it('is never below the close, whatever a letter says of regards', () => {
    const regards = 'The staff, who send you their kind regards, agree.';
    assert.equal(above([...HEAD, regards, REASONS, ASK, ...CLOSE, 'cc: Ward councillors']), REASONS);
    assert.equal(above([...HEAD, REASONS, ASK, 'Best wishes\nSam', 'PS: Come and see.']), REASONS);
  });

  it('is where the letter mentions the topic, but not in an address or below what is asked', () => {
    const blocks = [...HEAD, REASONS, 'Second.', ASK, ...CLOSE];
    // The title is the first block.
    assert.equal(above(blocks, 4), REASONS);
    assert.equal(above(blocks, 1), 'Second.');
    assert.equal(above(blocks, 6), 'Second.');
    assert.equal(above(blocks, 8), 'Second.');
  });

  it('is with the reasons of a new letter, which are still to be filled in', () => {
    const draft = parseDraft(skeleton(letter, 'Mondays'));
    const { above } = place(draft.text, insertArgument(draft, letter, digital));
    assert.match(above, /^\[insert first name\], who lives in/);
  });

  it('is at the end of the reasons where the letter has a heading for them', () => {
    const blocks = [HEAD[1]!, '## Our reasons', REASONS, '## What we ask', ASK, ...CLOSE];
    assert.equal(above(blocks), REASONS);
  });
});

describe('Where an argument goes in a paper without reasons or facts', () => {
  const CASE =
    'Older people who live alone are less lonely because the library brings them together: volunteers help them to come to the Tuesday coffee morning, where they make friends.';
  const NEXT = '## What happens next\n\nCabinet decides in March.';
  const above = (body: string): string => {
    const draft = parseDraft(`---\nkind: briefing\n---\n\n# A\n\n${body}\n`);
    const argued = arguedIn(analyse(draft, builtInProject).coverage);
    return place(draft.text, insertArgument(draft, kind('briefing'), digital, { argued })).above;
  };

  it('is beside the other arguments, not under what happens next', () => {
    assert.equal(above(`## Key messages\n\n${CASE}\n\nThe roof is new.\n\n${NEXT}`), CASE);
    assert.equal(
      above(`## Key messages\n\n#### What it does\n\n- ${CASE}\n- Two.\n\n${NEXT}`),
      `- ${CASE}\n- Two.`,
    );
  });

  it('is with the other arguments where words lead to the list of them', () => {
    const leading = `${CASE.replace(/\.$/, '')}, as these say:`;
    assert.equal(above(`${leading}\n\n- Jo\n- Sam\n\n${NEXT}`), '- Jo\n- Sam');
  });

  it('is not in the summary, nor below what is asked', () => {
    assert.equal(above(`## Summary\n\n${CASE}\n\n## The library\n\nOne.`), 'One.');
    assert.equal(above(`One.\n\n## What we ask\n\n${CASE}`), 'One.');
  });

  it('is below what a paper begins with asking, where it says why there', () => {
    const asks = '## What we ask\n\nWe ask you to keep it open.';
    const why = `## Why it matters\n\n${CASE}\n\nThe roof is new.`;
    assert.equal(above(`${asks}\n\n${why}\n\n${NEXT}`), CASE);
    assert.equal(above(`${asks}\n\n${why}`), CASE);
    const contact = '## Contact\n\nJo';
    assert.equal(above(`${asks}\n\n## The building\n\nThe roof is new.\n\n${contact}`), 'The roof is new.');
    assert.equal(above(`${asks}\n\n${contact}`), '# A');
  });
});

describe('Where an argument goes in a paper with a background', () => {
  const CASE =
    'Older people who live alone are less lonely because the library brings them together: volunteers help them to come to the Tuesday coffee morning, where they make friends.';
  const above = (...sections: readonly string[]): string => {
    const draft = parseDraft(`---\nkind: report\n---\n\n# A\n\n${sections.join('\n\n')}\n`);
    const argued = arguedIn(analyse(draft, builtInProject).coverage);
    return place(draft.text, insertArgument(draft, kind('report'), digital, { argued })).above;
  };
  const BACKGROUND = '## Background\n\nThe council has a legal duty.';
  const NEXT = '## Next steps\n\nCabinet decides in March.';

  it('is beside its other arguments, wherever these stand', () => {
    assert.equal(above(BACKGROUND, `## What residents would lose\n\n${CASE}`, NEXT), CASE);
  });

  it('is in the background where there are none, or only among the recommendations', () => {
    assert.equal(above(BACKGROUND, '## What it is\n\nA hall.', NEXT), 'The council has a legal duty.');
    assert.equal(above(`## Recommendations\n\n${CASE}`, BACKGROUND, NEXT), 'The council has a legal duty.');
  });
});

describe('The footnotes of what is inserted', () => {
  const applied = (text: string): string => {
    const draft = parseDraft(text);
    return withChanges(text, insertArgument(draft, kind('briefing'), digital));
  };
  const BRIEFING = '---\nkind: briefing\n---\n\n# A\n\n## The facts\n\nOne.\n\n## Contact\n\nTwo.';

  it('stand at the end of the draft, where nobody has to read past them', () => {
    for (const text of [`${BRIEFING}\n`, BRIEFING, BRIEFING.replaceAll('\n', '\r\n')]) {
      const after = applied(text).replaceAll('\r\n', '\n');
      assert.match(after, /One\.\n\nResidents who have no internet[^\n]*\[\^digital\]\n\n## Contact/);
      assert.match(after, /Two\.\n\n\[\^digital\]: [^\n]*\n$/);
    }
  });

  it('follow those that are there', () => {
    assert.match(
      applied(`${BRIEFING}[^1]\n\n[^1]: Council, 2026.\n`),
      /Two\.\[\^1\]\n\n\[\^1\]: Council, 2026\.\n\[\^digital\]: [^\n]*\n$/,
    );
  });

  it('stand below it where it is the end', () => {
    const after = applied('---\nkind: briefing\n---\n\n# A\n\nOne.\n');
    assert.match(after, /One\.\n\nResidents [^\n]*\[\^digital\]\n\n\[\^digital\]: [^\n]*\n$/);
  });
});

describe('Where a part goes in a letter', () => {
  const inserted = (id: string, blocks: readonly string[]) => {
    const draft = draftOf(...blocks);
    const part = letter.parts.find((one) => one.id === id)!;
    return place(draft.text, insertPart(draft, letter, part));
  };
  const blocks = [...HEAD, REASONS, COURTESY, ...CLOSE];

  it('is where a letter says such things, and without a heading', () => {
    assert.deepEqual(inserted('who-we-are', blocks), { above: HEAD[1]!, heading: false });
    assert.deepEqual(inserted('position', blocks), { above: HEAD[2]!, heading: false });
    assert.deepEqual(inserted('story', blocks), { above: REASONS, heading: false });
    assert.deepEqual(inserted('ask', blocks), { above: REASONS, heading: false });
    assert.deepEqual(inserted('sign-off', [...HEAD, REASONS]), { above: REASONS, heading: false });
  });

  it('has a heading where the others have one', () => {
    const headed = [HEAD[1]!, '## Our position', 'No.', '## What we ask', ASK, ...CLOSE];
    assert.deepEqual(inserted('reasons', headed), { above: 'No.', heading: true });
  });
});

describe('Where a part goes in a paper that has its sections in an order of its own', () => {
  const headingsWith = (id: string, sections: readonly string[], kindOf = 'report'): readonly string[] => {
    const body = sections.map((line) => `${line}\n\nWords on it.`).join('\n\n');
    const text = `---\nkind: ${kindOf}\n---\n\n# Saturdays\n\n${body}\n`;
    const one = kind(kindOf);
    const part = one.parts.find((candidate) => candidate.id === id)!;
    const after = withChanges(text, insertPart(parseDraft(text), one, part));
    return [...after.matchAll(/^##+ .*$/gm)].map(([line]) => line);
  };
  const CLOSING = ['## Summary', '## Options', '## Legal implications', '## Timetable', '## Recommendations'];

  it('is the end, for a contact, whatever the paper ends with', () => {
    assert.deepEqual(headingsWith('contact', CLOSING), [...CLOSING, '## Contact']);
    const briefing = ['## What we ask', '## The facts', '## What it is like there'];
    assert.deepEqual(headingsWith('contact', briefing, 'briefing'), [...briefing, '## Contact']);
  });

  it('is before the appendices and notes that follow, for a contact', () => {
    for (const below of [
      ['## Appendix A: Equality impact', '### Who is affected', '## Appendix B: Figures'],
      ['# Annex 1', '## Its figures'],
      ['## Notes'],
      ['## References', '## Appendix'],
    ])
      assert.deepEqual(headingsWith('contact', [...CLOSING, ...below]), [
        ...CLOSING,
        '## Contact',
        ...below.filter((line) => line.startsWith('##')),
      ]);
  });

  it('is not before an appendix that other sections follow', () => {
    const sections = ['## Summary', '## Appendix A', '## Recommendations'];
    assert.deepEqual(headingsWith('contact', sections), [...sections, '## Contact']);
  });

  it('is as in a new report, for what closes it: the appendices, the background papers, the contact', () => {
    const listed = [...CLOSING, '## Background papers'];
    assert.deepEqual(headingsWith('contact', listed), [...listed, '## Contact']);
    assert.deepEqual(headingsWith('appendices', listed).slice(-2), ['## Appendices', '## Background papers']);
    assert.deepEqual(headingsWith('background-papers', [...CLOSING, '## Contact']).slice(-2), [
      '## Background papers',
      '## Contact',
    ]);
  });

  it('is among the others, and not behind recommendations that the paper ends with', () => {
    const [summary, ...rest] = CLOSING;
    assert.deepEqual(headingsWith('background', CLOSING), [summary, '## Background', ...rest]);
    assert.deepEqual(headingsWith('summary', rest), CLOSING);
    assert.deepEqual(headingsWith('summary', ['## What happened', ...rest]), [
      '## Summary',
      '## What happened',
      ...rest,
    ]);
    assert.deepEqual(headingsWith('risks', CLOSING).slice(2, 5), [
      '## Legal implications',
      '## Risks',
      '## Timetable',
    ]);
  });

  it('is behind the recommendations, wherever they stand, for the reasons for them', () => {
    assert.deepEqual(headingsWith('reasons', CLOSING), [...CLOSING, '## Reasons for the recommendations']);
  });
});

describe('Where a part goes in a report whose implications are sections of one part', () => {
  const text = [
    '---\nkind: report\n---',
    '# Saturdays',
    '## Recommendations\n\nThat the hours are approved.',
    '## Implications',
    '### Financial\n\nIt costs £40,000 a year.',
    '### Equality\n\nNobody loses a service.',
    '## Next steps\n\nThe library opens in May.',
  ].join('\n\n');
  const report = kind('report');
  const part = (id: string) => report.parts.find((one) => one.id === id)!;
  const headingsAfter = (id: string) => {
    const after = withChanges(text, insertPart(parseDraft(text), report, part(id)));
    return [...after.matchAll(/^#+ .*$/gm)].map(([line]) => line);
  };

  it('is among these with a heading of their level, so that the next of them stays in its part', () => {
    const all = headingsAfter('legal');
    assert.deepEqual(all.slice(all.indexOf('## Implications'), -1), [
      '## Implications',
      '### Financial',
      '### Legal implications',
      '### Equality',
    ]);
  });

  it('is so behind the last of these, too', () => {
    const last = text.replace('### Financial', '### Legal');
    const after = withChanges(last, insertPart(parseDraft(last), report, part('risks')));
    assert.match(after, /^### Risks$/m);
  });

  it('has a heading of the level of the parts where none of these stands below it', () => {
    assert.ok(headingsAfter('background').includes('## Background'));
  });
});

describe('Where an argument goes among what people say', () => {
  const briefing = kind('briefing');
  const above = (...sections: readonly string[]): string => {
    const draft = parseDraft(
      `---\nkind: briefing\n---\n\n# Mondays\n\n${[...sections, '## What we ask', ASK].join('\n\n')}\n`,
    );
    const { coverage } = analyse(draft, builtInProject);
    const changes = insertArgument(draft, briefing, digital, { argued: arguedIn(coverage) });
    return place(draft.text, changes).above;
  };
  const SAID = '> “I would be lost without it.” Ann, 71, Ashby';

  for (const title of [
    'What people say',
    'What our readers told us',
    'In their own words',
    'Case study: Maya',
    'Comments from the survey',
  ]) {
    it(`is before “${title}”, not below it`, () =>
      assert.equal(above('## The service', REASONS, `## ${title}`, SAID), REASONS));
  }

  it('is before a part of its own section in which others speak', () => {
    assert.equal(above('## The facts', REASONS, '### What people say', SAID), REASONS);
    assert.equal(
      above('## The facts', REASONS, '## What people say', '### Ann', SAID, '### Sam', SAID),
      REASONS,
    );
  });

  it('is not beside what somebody says, though that argues', () => {
    const said =
      '> “I have no internet at home. Staff at the library taught me to use the computer, and now I apply for jobs online.” Ann, 71';
    assert.equal(above('## The service', REASONS, '## What people say', said), REASONS);
  });

  it('is not beside what somebody says who mentions it', () => {
    const sections = [
      '## The service',
      REASONS,
      '## What people say',
      '> “The internet is free here.” Ann, 71',
    ];
    const draft = parseDraft(`---\nkind: briefing\n---\n\n# Mondays\n\n${sections.join('\n\n')}\n`);
    const near = draft.blocks.length - 1;
    assert.match(draft.blocks[near]!.block.text, /internet/);
    assert.equal(place(draft.text, insertArgument(draft, briefing, digital, { near })).above, REASONS);
  });

  it('is where there is nothing else, all the same', () => {
    assert.match(above('## What people say', SAID), /^# Mondays$/);
  });
});
