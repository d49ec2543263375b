import { show, type Shown, type ShownElement } from './shown-markdown.js';

/** What is active in a Markdown text beside what we make ourselves: each a fault, in words. Empty for a safe text. */
export function activeMarkdown(markdown: string): readonly string[] {
  const shown = show(markdown);
  return [
    ...shown.elements.flatMap(elementFault),
    ...shown.prose.flatMap(proseFaults),
    ...commentFaults(shown),
    ...unclosed(shown.html),
    ...tableFaults(markdown, shown),
  ];
}

/** The elements that our own Markdown makes. None of a list of tasks, a note, a picture, a formula or a footnote. */
const ours = new Set('p strong em code pre table thead tbody tr th td ul li details summary sub br h3 a'.split(' '));

/** Attributes that the renderer makes of our Markdown; every other one would have come from a text. */
const attributes: Readonly<Record<string, RegExp>> = {
  'a href':
    /^(?:https:\/\/github\.(?:example|com)\/shop\/mesh\/blob\/[0-9a-z]+\/[A-Za-z0-9\-._~!'()*%/]+\?plain=1#L\d+(?:-L\d+)?|https:\/\/github\.com\/reviewer\/action\/blob\/v1\/docs\/rules\/[a-z-]+\.md|https:\/\/(?:istio\.io|github\.com\/istio)\/[\w\-./]+)$/,
  'code class': /^language-(?:yaml|suggestion)$/,
  'td align': /^left$/,
  'th align': /^left$/,
};

function elementFault({ tag, attributes: given, text }: ShownElement): readonly string[] {
  if (!ours.has(tag)) return [`<${tag}> around ${text.slice(0, 60)}`];
  return Object.entries(given)
    .filter(([name, value]) => attributes[`${tag} ${name}`]?.test(value) !== true)
    .map(([name, value]) => `<${tag} ${name}="${value}">`);
}

/** What GitHub makes more of than the text that it is, or what Markdown would have made something of, nearly. */
const active: Readonly<Record<string, RegExp>> = {
  mention: /@[\p{L}\p{N}]/u,
  issue: /#\d|\bGH-\d/i,
  'issue of a tracker': /\b[A-Z]{2,}-\d/,
  commit: /\b[0-9a-f]{7,40}\b/,
  address: /\w:\/\/|\bwww\.|\b(?:https?|ftp|mailto|xmpp):/i,
  emoji: /:[\w+-]+:/,
  formula: /\$/,
  Markdown: /[`*_~|\\[\]<>&]/,
  'what cannot be seen': /(?![ \n\u00a0])[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u,
};

function proseFaults(text: string): readonly string[] {
  return Object.entries(active).flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${what}: ${text.slice(Math.max(0, found.index - 20), found.index + 40)}`];
  });
}

const marker = /^ istio-egress-review:v1 (?:summary|fp=[0-9a-f]{16}(?:,[0-9a-f]{16})*(?: solved)?) $/;

/** At most one comment, ours, and beside all else: within a block it could be one that a text brought along. */
function commentFaults({ comments }: Shown): readonly string[] {
  const foreign = comments.filter(({ text, isOutside }) => !isOutside || !marker.test(text));
  return [
    ...foreign.map(({ text }) => `comment ${text}`),
    ...(comments.length > 1 ? [`${comments.length} comments`] : []),
  ];
}

/** Browsers close what was left open, and skip what was never opened: both would fold or unfold what is not ours. */
function unclosed(html: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z]\w*)/g)) {
    if (tag === 'br') continue;
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) faults.push(`</${tag}> closes something else`);
  }
  return [...faults, ...open.map(tag => `<${tag}> is never closed`)];
}

/** A row that breaks ends the table; one with a cell too many leaves half a code span in sight, which is a fault above. */
function tableFaults(markdown: string, { elements, blocks }: Shown): readonly string[] {
  const lines = (text: string) => text.split('\n').filter(line => line.startsWith('| '));
  const written = lines(markdown).length - blocks.flatMap(({ text }) => lines(text)).length;
  const count = (wanted: string) => elements.filter(({ tag }) => tag === wanted).length;
  const rows = count('tr') + count('table');
  return rows === written ? [] : [`${rows} rows of tables from ${written} lines`];
}
