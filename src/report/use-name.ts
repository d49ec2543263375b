/** Our two sorts of mark: that of a summary in the first line, that of a comment on lines in the last. */
const mark = /^<!-- istio-egress-review:v1 (?=summary -->)|(?<=^|\n)<!-- istio-egress-review:v1 (?=fp=[^\n]+-->\s*$)/;

/** What tells the uses of the action on one pull request apart: letters, digits and hyphens. */
export type UseName = string;

/** A text of ours with the name of its use in the mark, and above a summary, so that people can tell two of them apart. */
export function named(body: string, use: UseName): string {
  return body.replace(mark, found => `${found}name=${use} `).replace(/^<!--[^\n]* summary -->\n/, `$&${heading(use)}`);
}

/** The text as a use without a name writes it; null where it is of another use, or not ours by its mark. */
export function unnamed(body: string, use: UseName): string | null {
  const plain = body
    .replaceAll('\r\n', '\n')
    .replace(`<!-- istio-egress-review:v1 name=${use} `, '<!-- istio-egress-review:v1 ');
  return !body.includes(`:v1 name=${use} `) || !mark.test(plain) ? null : plain.replace(`\n${heading(use)}`, '\n');
}

function heading(use: UseName): string {
  return `**${use}**\n\n`;
}
