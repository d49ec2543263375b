/**
 * Whether a name is meant: by itself, or by a `*` at one end that stands for any text, or by `*` alone. Nothing else is
 * special, and capitals do not matter.
 */
export function isMeant(pattern: string, name: string): boolean {
  const [meant, given] = [pattern.toLowerCase(), name.toLowerCase()];
  if (meant === '*') return true;
  if (meant.startsWith('*')) return given.endsWith(meant.slice(1));
  if (meant.endsWith('*')) return given.startsWith(meant.slice(0, -1));
  return meant === given;
}

/** Whether a text may stand for names: it has a `*` at one end, if any, and no space. */
export function isPattern(text: string): boolean {
  return /^(?:\*?[^\s*]+|[^\s*]+\*|\*)$/.test(text);
}
