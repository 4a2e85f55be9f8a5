/**
 * The command line and the server in one program, because they share nearly all code. The caller chooses one of them by
 * `SERVES`, and only its modules are run.
 */

/** A parameter of the program: see `started` in `scripts/build.mjs`. */
declare const SERVES: boolean;

if (SERVES) import('./serve');
else import('../cli/main');
