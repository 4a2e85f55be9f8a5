/** Imported before everything else by the command line: V8's own switches, for a process that is over in a moment. */
import { setFlagsFromString } from 'node:v8';

// Each pattern would be compiled twice: to bytecode at its first use, and to machine code at the second.
setFlagsFromString('--no-regexp-tier-up');
// The best compiler takes longer for most functions than a draft of a megabyte takes without it: only for what is hot.
setFlagsFromString('--interrupt-budget=600000');
