/**
 * Sets switches of V8 to save memory in the server, which is mostly idle. The entry point for Node imports this file
 * first. By default the space for young objects grows to 32 MB and stays so for minutes, and that for old objects grows
 * to a multiple of their size. But the blocks of a draft live long, and a key press makes little garbage.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');
// Restores the default, because the command line turns it off and may have started the server.
setFlagsFromString('--minor-gc-task');
// Collecting at twice the size of live objects, not one and a half times, halves the work of the collector for 1–2 MB
// more. It takes half of the time of a key press in 100 KB of headings.
setFlagsFromString('--heap-growing-percent=100');
// Without tier-up, each pattern is compiled once, not to bytecode at its first use and to machine code at the second.
setFlagsFromString('--no-regexp-tier-up');
// The optimising compiler takes megabytes on each of its threads, so only the hottest functions use it.
setFlagsFromString('--interrupt-budget=600000');
// The more functions it inlines, the more memory it takes, part of which stays with the thread.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
