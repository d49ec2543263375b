import { lastMark } from './marker.js';

/** What tells the uses of the action on one pull request apart: letters, digits and hyphens. */
export type UseName = string;

const ours = '<!-- istio-egress-review:v1 ';

/** A text of ours with the name of its use in the mark, and above a summary, so that people can tell two of them apart. */
export function named(body: string, use: UseName): string {
  const at = markAt(body);
  if (at === null) return body;
  const text = `${body.slice(0, at)}${ours}name=${use} ${body.slice(at + ours.length)}`;
  return text.replace(/^<!--[^\n]* summary -->\n/, `$&${heading(use)}`);
}

/** The text as a use without a name writes it; null where it is of another use, or not ours by its mark. */
export function unnamed(body: string, use: UseName): string | null {
  const text = body.replaceAll('\r\n', '\n');
  const at = markAt(text);
  const mark = `${ours}name=${use} `;
  if (at === null || !text.startsWith(mark, at)) return null;
  const plain = `${text.slice(0, at)}${ours}${text.slice(at + mark.length)}`;
  const head = `${ours}summary -->\n`;
  return plain.startsWith(`${head}${heading(use)}`) ? plain.replace(heading(use), '') : plain;
}

/** Where our mark begins: in the first line of a summary, below the text of a comment on lines. */
function markAt(body: string): number | null {
  return /^<!-- istio-egress-review:v1 (?:name=[\w-]+ )?summary -->/.test(body) ? 0 : (lastMark(body)?.index ?? null);
}

function heading(use: UseName): string {
  return `**${use}**\n\n`;
}
