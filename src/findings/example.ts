/** A change that a rule reports, and one much like it that it does not: manifests as text. */
export interface Example {
  readonly base: string;
  readonly head: string;
  /** In the place of head. */
  readonly silent: string;
  /** Where the texts are of the settings: the manifests that stand beside them, at both sides. */
  readonly beside?: string;
}

/** The text without its first line break, and without the indentation that all of its lines share. */
export function yaml(parts: TemplateStringsArray): string {
  const lines = parts.join('').replace(/^\n/, '').trimEnd().split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.search(/\S/));
  const shared = Math.min(...indents);
  return lines.map(line => `${line.slice(shared)}\n`).join('');
}

/** One file of several manifests. */
export function documents(...texts: readonly string[]): string {
  return texts.join('---\n');
}
