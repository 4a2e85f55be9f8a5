import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where one trick is made, and what it is after. */
export class Place {
  constructor(
    /** Absolute path of the trick's folder, in the workspace. */
    readonly folder: string,
    /** Absolute path of a folder beside the workspace: nothing in it may be read or written. */
    readonly outside: string,
    /** Of a server on this machine that counts who comes. */
    readonly port: number,
  ) {}

  path(name: string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content);
  }

  configure(settings: unknown): void {
    this.write('.advocacy.json', JSON.stringify(settings));
  }

  link(name: string, target: string): void {
    symlinkSync(target, this.path(name));
  }

  /** A pipe that nobody writes to: whoever opens it waits for ever. */
  pipe(name: string): void {
    execFileSync('mkfifo', [this.path(name)]);
  }

  /** A file that takes no room on the disk. */
  huge(name: string, bytes: number): void {
    this.write(name, '');
    truncateSync(this.path(name), bytes);
  }

  /** The draft of the trick; without this, it has an ordinary one. */
  draft(body: string, frontMatter = ''): void {
    this.write('draft.md', `---\nkind: briefing\n${frontMatter}---\n\n# A draft\n\n${body}\n`);
  }
}

export interface Trick {
  readonly name: string;
  make(at: Place): void | Promise<void>;
  /** What must be said, in the trick's folder; nothing where it is passed over in silence. */
  readonly say?: RegExp;
  /** What must be said by the language server, where it is something else, or it says nothing. */
  readonly serverSays?: RegExp | 'nothing';
}
