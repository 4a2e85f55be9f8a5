/** The server as a part of `program.ts`. This second name keeps it apart from the bundle of its own. */
import '../hosts/node';
