/*
 * Everything that a manifest says reaches a report through this file: titles, messages and places are made of
 * names that a pull request chose. Nothing in them may notify a person, load a picture, end a table, hide or turn
 * text around, or command the terminal or the workflow runner.
 */

/** What shows as nothing or as something else: controls, bidi and zero-width characters, odd spaces, fillers. */
const invisible = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text of one line in which every character can be seen: `\n`, `\t`, `\u{202e}` stand for those that cannot. */
export function visible(text: string): string {
  return text.replace(invisible, char => named[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Decides whether every character of a text can be seen, line breaks apart. */
export function isVisible(text: string): boolean {
  return text.replaceAll('\n', '').search(invisible) < 0;
}

/** Decides whether a code block shows a text as it is, to be taken over letter by letter. */
export function isExactInCode(text: string): boolean {
  return isVisible(text) && withShortRuns(text) === text;
}

/**
 * JSON that a terminal or a log can print: what JSON leaves raw of the invisible characters is escaped too. On one line
 * with an `indent` of 0.
 */
export function jsonText(value: unknown, indent = 2): string {
  const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, indent)
    .split('\n')
    .map(line =>
      line.replace(invisible, char => char.split('').map(escapeUnit).join('')).replaceAll('##[', '#\\u0023['),
    )
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML, inside and outside of attributes. */
export function html(text: string): string {
  return visible(text).replace(/[&<>"']/g, char => entities[char] ?? char);
}

/** A Markdown code span: nothing inside is a mention, a link or HTML. The fence outgrows the backticks inside. */
export function code(text: string): string {
  const shown = withShortRuns(visible(text).trim());
  if (shown === '') return '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A Markdown code block, of as many backticks as its lines need. Each line is made visible. */
export function codeBlock(language: string, lines: string): string {
  const shown = withShortRuns(lines.split('\n').map(visible).join('\n'));
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/**
 * Markdown that is safe already, as the cell of a table: on one line, with no pipe that ends the cell. Readers of
 * Markdown do not agree on a pipe behind two backslashes, so one behind a backslash is named instead.
 */
export function cell(markdown: string): string {
  return markdown
    .replaceAll('\n', ' ')
    .replace(/(?<=\\)\|/g, '\\u{7c}')
    .replaceAll('|', '\\|');
}

/** A Markdown link around a label that is safe already; the label alone where the address is none of the web. */
export function linked(label: string, address: string | null): string {
  if (address === null || address.length > longestAddress || !/^https?:\/\/[^/]/.test(address)) return label;
  const encoded = visible(address).replace(/[^A-Za-z0-9\-._~:/?#@!$&+,;=%]/gu, char =>
    char <= '~' ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(char),
  );
  return `[${label}](${encoded})`;
}

/** Browsers and GitHub take no longer one for sure. */
const longestAddress = 2_000;

/**
 * Text that may be printed in a workflow's log: the runner takes a line that starts with `::name`, or that has `##[`
 * anywhere, for a command to itself. An IPv6 address such as `::1` is none.
 */
export function inert(text: string): string {
  return text.replace(/^([^\S\n\r\u2028\u2029]*):(?=:[^\s:\d])/gm, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

/** Lines for a log or a terminal without colours, whoever chose the words in them. */
export function logText(lines: string): string {
  return inert(lines.split('\n').map(visible).join('\n'));
}

/** GitHub's Markdown knows no code span with more than eighty backticks around it, and no block with more than 255. */
function withShortRuns(text: string): string {
  return text.replace(/`{20,}/g, '`…`');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}
