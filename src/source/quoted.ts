/** A piece of the user's text as a message shows it: in quotes, on one line, and not longer than a name. */
export function quoted(found: string): string {
  const line = found.replace(/\p{Cc}/gu, ' ').trim();
  const shown = line.length > 40 ? `${line.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : line;
  return shown.includes("'") && !shown.includes('"') ? `"${shown}"` : `'${shown}'`;
}
