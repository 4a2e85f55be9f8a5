/** Imported before everything else by the command line: V8's own switches, for a process that is over in a moment. */
import { setFlagsFromString } from 'node:v8';

// Each pattern would be compiled twice: to bytecode at its first use, and to machine code at the second.
setFlagsFromString('--no-regexp-tier-up');
// Most of what a draft makes lives as long as the process: with the space for young objects that it begins with, it would
// be copied ten times over, and the old ones looked through as well. An export lets most of it go again, and is no faster
// for the memory that this takes.
if (process.argv[2] !== 'export') setFlagsFromString('--semi-space-growth-factor=16');
// Collecting between two tasks, before there is need, is for a process that goes on.
setFlagsFromString('--no-minor-gc-task');
// The best compiler takes longer for most functions than a draft of a megabyte takes without it: only for what is hot.
setFlagsFromString('--interrupt-budget=600000');
