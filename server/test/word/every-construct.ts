import { blankPng } from './pictures/png';

/** A draft with every construct in it. */
export const EVERYTHING = `---
title: Everything at once
kind: report
author: A. Smith
organisation: Eastshire
audience: Cabinet
date: 2026-06-04
status: Draft
keywords: [one, two]
---

# First heading {#not-an-id}

Plain *emphasis* **strong** ***both*** ~~gone~~ \`code\` <u>under</u> H<sub>2</sub>O m<sup>2</sup> &copy; \\*
hard\\
break and <br> another. [Link](https://example.org/a b?x=1&y=2 "t"), <https://example.org>, www.example.org,
[reference], [inside](#second-heading), [nowhere](#nowhere), [bad](javascript:x), [anchor](#mark), me@example.org.

[reference]: https://example.org/reference 'Title'

<a id="mark"></a>Anchored <span lang="cy">Cymraeg</span> <kbd>key</kbd> <mark>marked</mark> <blink>gone</blink>.

## Second heading

- bullet
  - nested
    1. number

       continued

       > quoted in a list

           code in a list
  - [ ] task
  - [x] done
-
- - list in list
- # heading in list
- | table | in list |
  |-------|---------|
  | a     | b       |

7. seven
8. eight

   loose

1) bracket

999999999. the largest

> quote
>
> > nested
>
> - list
>
>   continued
>
> ### heading in quote
>
> \`\`\`
> code in quote
> \`\`\`
>
> | table | in quote |
> |-------|----------|

> [!WARNING]
> Mind the *gap*.
>
> - and the list

| Left | Centre | Right | Note[^cell] |
|:-----|:------:|------:|-------------|
| a | **b** | 1,200 | ![in a cell](a.png) |
| \`c\` | [d](#second-heading) | 3 | |

| straight |
|----------|

![Alone](a.png "A title")

![](a.png) ![again](./a.png) ![drawn](b.svg) ![lost](none.png) [![linked](a.png)](https://example.org)

Notes: one[^1], two[^two], the first again[^1], none[^none].

[^1]: A note with *marks* and a [link](https://example.org/note).

    Its second paragraph.

    1. and a list

    ![in a note](a.png)

[^two]: | a table |
    |---|
    | in a note |

[^cell]: In a cell[^1].

[^unused]: Unused.

\`\`\`js
const a = 1;
	tab("<&>");

\`\`\`

    indented code

Term
: What it means[^1]

***

<!-- a comment -->

<details>
<summary>More</summary>

Inside.

</details>

<table>
<caption>HTML</caption>
<tr><th>a<th colspan="2">b
<tr><td rowspan=2>1<td>2<td><ul><li>x<li>y</ul>
<tr><td>3<td>4
</table>

<dl><dt>Term<dd>Definition</dl>

<!-- pagebreak -->

###### Sixth

<!-- landscape -->

| Wide | table |
|------|-------|
| a | b |

<!-- portrait -->

The end. [insert a closing line]
`;

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>';

export const everythingFiles: Record<string, string | Uint8Array> = {
  'a.png': blankPng({ width: 30, height: 20 }),
  'b.svg': SVG,
};
