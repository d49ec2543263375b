/** A text as Go's `strconv.ParseBool` reads it; null for one that is neither true nor false. */
export function parseBool(text: string): boolean | null {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : null;
}
