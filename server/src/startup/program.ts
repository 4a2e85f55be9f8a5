/**
 * The command line and the server in one program, as they have nearly all of their code in common. Whoever starts it says
 * which it is to be; what the other one needs is not run.
 */

/** A parameter of the program: see `started` in `scripts/build.mjs`. */
declare const SERVES: boolean;

if (SERVES) import('./serve');
else import('../cli/main');
