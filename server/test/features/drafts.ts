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

/** A pitch that is about something else than work: one paragraph on it does not change that. */
export const tools = `---
kind: pitch
---

# A library of things for Millbrook

## The problem

In Millbrook, 4,300 people own no car and no drill, ladder or sewing machine. For them, this means paying for tools that they use once.

It costs households about £60 each year.

## Who benefits

The project is for families on low incomes. It will reach 600 of them by March 2028.

We know what they need because we asked 412 library members in June.

## What we will do

From April 2027, we will lend tools, toys and sewing machines from a locked cupboard.

By June 2027, there will be 150 items to borrow.

## Evidence that it works

We tried this from May to July 2026. 86 people took part, and 91% of them said that they saved money.

We measured it by a short survey when they brought the item back.

## Cost and ask

We ask the Millbrook Community Fund for £18,500, to buy and insure the items.

With £9,000, we could open in one library only.

## Why us

Our two libraries are open on Saturdays. In 2025, we ran a toy library that 140 families joined.

## After the funding

The funding ends in March 2028. From then on, the desk costs £2,400 a year, which the council pays.
`;
