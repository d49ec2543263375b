/** What a reader of GitHub's Markdown would see active in a text that should have nothing active but our own. */
export function activeMarkdown(markdown: string): readonly string[] {
  const text = withoutCode(markdown.replace(/<code>[^<>\n]*<\/code>/g, ''));
  const bare = text.replaceAll(ourTags, '').replaceAll(ourLinks, '').replaceAll(ourComments, '');
  return [
    ...(bare.match(/[<>@[\]`*_~|\\&#$]|https?:|www\.|\bGH-\d/gi) ?? []).filter(found => !ours.has(found)),
    ...(isBalanced(text) ? [] : ['unbalanced <details>']),
    ...tableFaults(markdown),
  ];
}

/** The text outside of code: fenced blocks by line, then spans by runs of backticks of one length. */
export function withoutCode(markdown: string): string {
  const kept: string[] = [];
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    const [run] = /^`{3,}/.exec(line) ?? [];
    if (fence === null && run !== undefined && !line.slice(run.length).includes('`')) fence = run;
    else if (fence === null) kept.push(line);
    else if (line.trimEnd() === fence) fence = null;
  }
  if (fence !== null) kept.push('unclosed fence ```');
  return kept.map(line => line.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, '')).join('\n');
}

const ourTags = /<\/?(?:details|summary|code|sub|br)>|&(?:nbsp|lt|gt|amp|quot|#39);/g;
const ourLinks = /\[\]\(https:\/\/github\.example\/[A-Za-z0-9\-._~:/?#@!$&+,;=%]*\)/g;
const ourComments = /<!-- istio-egress-review:v1 (?:summary|fp=[0-9a-f]{16}(?:,[0-9a-f]{16})*) -->/g;
/** The emphasis, table lines and headings that we write outside of code. */
const ours = new Set(['*', '|', '#', '_']);

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<\/?details>/g)) {
    depth += tag === '<details>' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Every row of a table has as many cells as the table's head. */
function tableFaults(markdown: string): readonly string[] {
  const rows = markdown.split('\n').map(line => (line.startsWith('| ') ? (line.match(/(?<!\\)\|/g) ?? []).length : 0));
  return rows.flatMap((pipes, index) => {
    const above = rows[index - 1] ?? 0;
    return pipes > 0 && above > 0 && pipes !== above ? [`a row of ${pipes - 1} cells below one of ${above - 1}`] : [];
  });
}
