/**
 * What the runners of GitHub and of Azure, and a viewer of SARIF, take for orders in what a program prints: their own
 * rules, written anew. Each runner reads standard output and standard error line by line; "\n", "\r\n" and "\r" end one.
 *
 * GitHub: actions/runner, src/Runner.Common/ActionCommand.cs (TryParseV2, then TryParse), called for each line by
 * src/Runner.Worker/Handlers/OutputManager.cs.
 * Azure: microsoft/azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs (TryParse), called by
 * src/Agent.Worker/WorkerCommandManager.cs, which also warns of any "##vso" that is no command.
 * Both search as the culture of the machine does: what has no weight there (joiners, marks of direction, controls) is
 * passed over. So each is tried as it is and without such characters.
 */

/** Commands of ActionCommandManager.cs, and a word with which a workflow had them stopped. */
const GITHUB_COMMANDS = new Set(
  'internal-set-repo-path set-env set-output save-state add-mask add-path add-matcher remove-matcher debug warning error notice group endgroup echo stop-commands token'.split(
    ' ',
  ),
);

/** Lines as the runners get them. */
export function linesOf(output: string): readonly string[] {
  return output.split(/\r\n|\r|\n/);
}

/** The name of the command that GitHub's runner finds in a line. */
export function githubCommand(line: string): string | undefined {
  return firstOf(line, (text) => newGithubCommand(text) ?? oldGithubCommand(text));
}

/** `::name key=value::data` at the start of a line, after white space. */
function newGithubCommand(line: string): string | undefined {
  const message = line.trimStart();
  if (!message.startsWith('::')) return undefined;
  const end = message.indexOf('::', 2);
  return end < 0 ? undefined : registered(message.slice(2, end));
}

/** `##[name key=value]data` anywhere in a line. */
function oldGithubCommand(line: string): string | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  return start < 0 || end < 0 ? undefined : registered(line.slice(start + 3, end));
}

function registered(command: string): string | undefined {
  const [name] = command.split(' ');
  return GITHUB_COMMANDS.has(name!.toLowerCase()) ? name : undefined;
}

/** The area and event of the command that Azure's agent finds in a line, or "##vso" where it only warns of that. */
export function azureCommand(line: string): string | undefined {
  return firstOf(line, (text) => {
    const start = text.indexOf('##vso[');
    const end = text.indexOf(']', start);
    if (start >= 0 && end >= 0) {
      const [name] = text.slice(start + 6, end).split(' ');
      if (name!.split('.').filter((part) => part !== '').length === 2) return name;
    }
    return text.includes('##vso') ? '##vso' : undefined;
  });
}

/** What the pages that show a log take for a heading, a group or a colour. */
export function markOfLog(line: string): string | undefined {
  return firstOf(line, (text) => /##\w*\[/.exec(text)?.[0]);
}

/** What begins a group of lines for Buildkite, or opens the one before: it looks behind the colours. */
export function groupOf(line: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  return /^(?:---|\+\+\+|~~~|\^\^\^) /.exec(line.replace(/\u001b\[[\d;]*m/g, ''))?.[0];
}

/** What any of them finds in a line. */
export function orderIn(line: string): string | undefined {
  return githubCommand(line) ?? azureCommand(line) ?? markOfLog(line);
}

function firstOf(line: string, read: (text: string) => string | undefined): string | undefined {
  return read(line) ?? read(line.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, ''));
}

/**
 * The links of a message in SARIF, by 3.11.6 of its standard, as github/vscode-codeql reads it (src/common/
 * sarif-utils.ts): "[text](target)", but for brackets behind a backslash.
 */
export function linksOfSarif(message: string): readonly string[] {
  return message.match(/(?<=(?<!\\)(?:\\\\)*)\[(?:[^\\\][]|\\\\|\\\]|\\\[)*\]\([^)]*\)/g) ?? [];
}
