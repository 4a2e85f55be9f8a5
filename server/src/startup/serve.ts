/** The server, as a part of the program that `program.ts` is: by another name it is a file of its own. */
import '../node';
