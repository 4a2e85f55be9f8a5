/**
 * Imported before everything else by the entry point for Node, which waits most of its life: V8 lets the space for
 * young objects grow to 32 MB and keeps it for minutes, and the one for old objects to a multiple of what lives
 * there. What survives its youth here (the blocks of a draft) lives long anyway, and a key makes little garbage.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');
// Also where the command line has started the server, which does without.
setFlagsFromString('--minor-gc-task');
// Twice what lives is looked through half as often as with half as much again, for a megabyte or two: a key in 100 KB of
// headings is half of it the collector's.
setFlagsFromString('--heap-growing-percent=100');
// Each pattern would be compiled twice: to bytecode at its first use, and to machine code at the second.
setFlagsFromString('--no-regexp-tier-up');
// The best compiler takes megabytes on each of its threads: only what is truly hot is worth that.
setFlagsFromString('--interrupt-budget=600000');
// And the more it takes into one function from others, the more megabytes: what is left of them stays with the thread.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
