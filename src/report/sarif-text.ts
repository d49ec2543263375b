/**
 * A text of SARIF, which may not be empty. Plain text knows one thing that is no text, a link `[label](address)`
 * (3.11.6 of the standard); no manifest may make one, so the two brackets are kept apart.
 */
export function sarifText(plain: string): { readonly text: string } {
  return { text: plain.trim() === '' ? '(no text)' : plain.replaceAll('](', '] (') };
}
