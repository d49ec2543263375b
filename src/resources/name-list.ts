/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
export function list(items: readonly string[]): string {
  const shown = items.length <= 4 ? items : [...items.slice(0, 3), `${items.length - 3} more`];
  const last = shown.at(-1) ?? '';
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
