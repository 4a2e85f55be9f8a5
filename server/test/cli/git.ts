import { execFileSync } from 'node:child_process';

/** Runs Git in a folder, as Sam Okafor on a morning in November. */
export function git(cwd: string, ...args: readonly string[]): void {
  const by = ['user.name=Sam Okafor', 'user.email=sam@example.org', 'init.defaultBranch=main'];
  const date = '2026-11-02T10:15:00Z';
  execFileSync('git', [...by.flatMap((one) => ['-c', one]), ...args], {
    cwd,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    stdio: 'pipe',
  });
}
