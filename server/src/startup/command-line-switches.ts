/** Sets switches of V8 for a short process. The command line imports this file before all others. */
import { setFlagsFromString } from 'node:v8';

// Without tier-up, each pattern is compiled once, not to bytecode at its first use and to machine code at the second.
setFlagsFromString('--no-regexp-tier-up');
// Most objects of a draft live as long as the process. In the small initial space for young objects they would be
// copied ten times, with scans of the old ones. A short draft never fills the greatest space, so it grows in two steps.
// An export releases most objects, so more memory does not help.
if (process.argv[2] !== 'export') setFlagsFromString('--semi-space-growth-factor=6');
// Early garbage collection between two tasks pays only in a long process.
setFlagsFromString('--no-minor-gc-task');
// The optimising compiler costs more than it saves for most functions, even in a draft of 1 MB: only for the hottest.
setFlagsFromString('--interrupt-budget=600000');
