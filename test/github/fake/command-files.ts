/** The files that a step writes for the runner (FileCommandManager.cs of actions/runner). */

/** `name=value`, or `name<<delimiter`, lines, `delimiter`; anything else fails the step. */
export function decodeOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const [, name = '', sign, rest = ''] = /^(.*?)(=|<<)(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`the runner cannot read the output ${JSON.stringify(line)}`);
    if (sign === '=') {
      outputs[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (rest === '' || end < 0) throw new Error(`the output "${name}" does not end with its delimiter "${rest}"`);
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  const size = Object.values(outputs).reduce((sum, value) => sum + 2 * value.length, 0);
  if (size > 1024 ** 2) throw new Error(`the outputs have ${size} bytes: GitHub keeps 1 MiB a job`);
  return outputs;
}

/** Over 1 MiB the runner shows an error instead of the summary. */
export function keepSummary(text: string): string {
  if (Buffer.byteLength(text) <= 1024 ** 2) return text;
  throw new Error('the job summary is over 1 MiB: the runner shows none of it');
}
