const commands =
  'set-env set-output save-state add-path add-mask add-matcher remove-matcher internal-set-repo-path ' +
  'debug warning error notice echo group endgroup stop-commands';
const registered = new Set(commands.split(' '));

/**
 * The lines of a log that the runner takes for commands to itself, and those in which a terminal finds one, or which
 * show what is not there. Mirrors the runner's `ActionCommand.TryParseV2` and `TryParse`.
 */
export function commandsIn(log: string): readonly string[] {
  return log.split(/\r\n|\r|\n/).filter(line => isCommand(line) || /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u.test(line));
}

function isCommand(line: string): boolean {
  const [, named] = /^\s*::([^ ]*?)(?: .*?)?::/su.exec(line) ?? [];
  const [, old] = /##\[([^\] ]*)[^\]]*\]/u.exec(line) ?? [];
  return [named, old].some(name => name !== undefined && registered.has(name.toLowerCase()));
}
