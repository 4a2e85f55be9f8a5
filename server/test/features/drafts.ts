/** Texts for the tests, written for them. */

/** A briefing that is to argue two areas: it argues digital inclusion, and only mentions isolation. */
export const briefing = `---
title: Keep Ashby library open
kind: briefing
areas: [digital, isolation]
---

# Keep Ashby library open

## The issue

The county will decide in March whether Ashby library stays open.

## Key messages

Residents who have no internet at home borrow a tablet from Ashby library, and staff teach them the digital skills to apply for a job online: 212 people found work with this help last year, according to the council's own survey.

Libraries tackle isolation and do much more.

## The facts

The library opened [insert year] and lends books on four days a week. See [here](https://example.org/ashby).

## What we ask

We ask the county council to keep the library open until 2030.

## Contact

Jo Marsh, library manager, jo.marsh@example.org.
`;

/** An ordinary Markdown file with much that a draft would be told off for. */
export const readme = `# A program

[insert what it does], see [here](https://example.org).

#### Far too deep

We support the Universal Learning Offer.
`;
