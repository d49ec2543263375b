import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** What a reader of GitHub gets of a Markdown text: CommonMark and GitHub's extensions, then HTML as browsers read it. */
export interface Shown {
  readonly html: string;
  readonly elements: readonly ShownElement[];
  /** The texts of HTML comments, with whether each stands beside the blocks of the text and not within one. */
  readonly comments: readonly { readonly text: string; readonly isOutside: boolean }[];
  /** Every text outside of code and links: where GitHub looks for mentions, issues, commits, emoji and formulas. */
  readonly prose: readonly string[];
  /** The texts of code blocks, by their language. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

export interface ShownElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Renders a text as GitHub does before it looks for names to link. No parser of ours has a part in it. */
export function show(markdown: string): Shown {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const shown = { html, elements: [], comments: [], prose: [], blocks: [] } satisfies Shown;
  for (const node of parseFragment(html).childNodes) visit(node, shown, { depth: 0, isProse: true });
  return shown;
}

interface Collected extends Shown {
  readonly elements: ShownElement[];
  readonly comments: { text: string; isOutside: boolean }[];
  readonly prose: string[];
  readonly blocks: { language: string; text: string }[];
}

function visit(node: Node, into: Collected, { depth, isProse }: { depth: number; isProse: boolean }): void {
  if (node.nodeName === '#text' && 'value' in node && isProse) into.prose.push(node.value);
  if (node.nodeName === '#comment' && 'data' in node) into.comments.push({ text: node.data, isOutside: depth === 0 });
  if (!('tagName' in node)) return;

  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const text = textOf(node);
  into.elements.push({ tag: node.tagName, attributes, text });
  const [child] = node.childNodes;
  if (node.tagName === 'pre' && child !== undefined && 'attrs' in child) {
    const language = child.attrs.find(({ name }) => name === 'class')?.value.replace('language-', '') ?? '';
    into.blocks.push({ language, text });
  }
  const within = { depth: depth + 1, isProse: isProse && !['code', 'pre', 'a'].includes(node.tagName) };
  for (const inner of node.childNodes) visit(inner, into, within);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
