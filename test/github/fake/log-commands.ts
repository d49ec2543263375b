/** What the runner takes from a step's log for a command (ActionCommand.cs and ActionCommandManager.cs of actions/runner). */

export interface LogCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const registered = [
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'echo', 'stop-commands'],
  ...['add-mask', 'set-env', 'set-output', 'save-state', 'add-path', 'add-matcher', 'remove-matcher'],
];

/** Until a line says `::stop-commands::TOKEN`, and again from the line `::TOKEN::` on. */
export function commandsOf(log: string): readonly LogCommand[] {
  const commands: LogCommand[] = [];
  let stoppedUntil: string | null = null;
  // The runner reads lines as .NET does: a lone carriage return ends one too.
  for (const line of log.split(/\r\n|\n|\r/)) {
    const known: readonly string[] = stoppedUntil === null ? registered : [stoppedUntil];
    const command = decodeColons(line, known) ?? decodeBrackets(line, known);
    if (command === null) continue;
    if (stoppedUntil !== null) stoppedUntil = null;
    else {
      commands.push(command);
      if (command.name === 'stop-commands') stoppedUntil = command.data;
    }
  }
  return commands;
}

/** `::name key=value,key=value::data`, with nothing but space before it. */
function decodeColons(line: string, known: readonly string[]): LogCommand | null {
  const found = /^\s*::(.*?)::(.*)$/.exec(line);
  const given = nameOf(found?.[1] ?? '', known);
  if (found === null || given === null) return null;
  const unescape = (text: string) => unescaped(text, { ...lineEnds, ':': '%3A', ',': '%2C' });
  return {
    name: given.name,
    properties: propertiesOf(given.rest, ',', unescape),
    data: unescaped(found[2] ?? '', lineEnds),
  };
}

/** `##[name key=value;key=value]data`, wherever it stands in the line. */
function decodeBrackets(line: string, known: readonly string[]): LogCommand | null {
  const found = /^.*?##\[(.*?)\](.*)$/.exec(line);
  const given = nameOf(found?.[1] ?? '', known);
  if (found === null || given === null) return null;
  const unescape = (text: string) => unescaped(text, { ...lineEnds, ';': '%3B', ']': '%5D' });
  return { name: given.name, properties: propertiesOf(given.rest, ';', unescape), data: unescape(found[2] ?? '') };
}

function nameOf(info: string, known: readonly string[]): { name: string; rest: string } | null {
  const [name = '', ...rest] = info.split(' ');
  const isKnown = known.some(one => one.toLowerCase() === name.toLowerCase());
  return isKnown ? { name: name.toLowerCase(), rest: rest.join(' ').trim() } : null;
}

function propertiesOf(text: string, separator: string, unescape: (text: string) => string): Record<string, string> {
  const pairs = text
    .split(separator)
    .map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return Object.fromEntries(
    pairs.filter(([key]) => key !== '').map(([key = '', value = '']) => [key, unescape(value)]),
  );
}

const lineEnds = { '\r': '%0D', '\n': '%0A' };

function unescaped(text: string, escapes: Readonly<Record<string, string>>): string {
  const found = Object.entries(escapes).reduce((given, [sign, escape]) => given.replaceAll(escape, sign), text);
  return found.replaceAll('%25', '%');
}
