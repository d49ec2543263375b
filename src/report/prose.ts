import { code, html, visible } from './escape.js';

/**
 * Sentences of a finding as Markdown or HTML. Plain words stay words; everything else (hosts, addresses, cluster
 * names, paths, and whatever a hostile manifest smuggled in) is shown as code, where it can neither notify nor
 * mislead. What the sentence quotes with `…` or "…" is code as a whole.
 */
export function proseMarkdown(text: string, max = longest): string {
  return pieces(text, max)
    .map(({ kind, text: piece }, index, all) => {
      if (kind === 'words') return piece;
      // the backticks of two code spans side by side would run together
      return all[index - 1]?.kind === 'code' ? ` ${code(piece)}` : code(piece);
    })
    .join('')
    .replace(listNumber, '$1\\');
}

/** The same inside HTML, where Markdown is not read (`<summary>`). */
export function proseHtml(text: string, max = longest): string {
  return pieces(text, max)
    .map(({ kind, text: piece }) => (kind === 'code' ? `<code>${html(piece)}</code>` : html(piece)))
    .join('');
}

/** The same for terminals, annotations and wherever else text is only text: on one line, everything visible. */
export function prosePlain(text: string, max = longest): string {
  return clip(visible(text.replace(/[ \t\r\n]+/g, ' ').trim()), max);
}

/** Cut to `max` characters, with an ellipsis where something is missing. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Messages are a few sentences; more than this is an attack or a mistake. */
const longest = 4_000;

interface Piece {
  readonly kind: 'words' | 'code';
  readonly text: string;
}

const token = /(?<![^\s(])(?:`([^`]+)`|"([^"]+)")(?=[\s).,;:!?]|$)|(\s+)|(\S+)/gu;

function pieces(text: string, max: number): readonly Piece[] {
  return [...prosePlain(text, max).matchAll(token)]
    .flatMap(([, ticked, quoted, space, word]): Piece[] => {
      const code = ticked ?? quoted;
      if (code !== undefined) return [{ kind: 'code', text: code }];
      return word === undefined ? [{ kind: 'words', text: space ?? '' }] : wordPieces(word);
    })
    .filter(piece => piece.text !== '');
}

/** Words of any language, numbers, and `traffic-captured`; no address, path, issue, mention or Markdown fits. */
const plainWord =
  /^(?:[\p{L}\p{M}\p{N}]+|[\p{L}\p{M}]+(?:['’–-][\p{L}\p{M}]+)*|\d+[.,]\d+|\d{4}-\d\d-\d\d|e\.g|i\.e|[–—→])$/u;
/** What GitHub makes a link of although it is a word, alone or with what follows: commits and addresses. */
const reference = /[0-9a-f]{7}|^(?:www|https?|ftp|mailto|xmpp)$/i;
/** A number that would make a list of the sentence that it begins. */
const listNumber = /^(\d{1,9})(?=[.)](?:\s|$))/;

const opening = new Set('("\'‘“');
const closing = new Set(')"\'’”.,;:!?…%');

function wordPieces(word: string): Piece[] {
  let start = 0;
  let end = word.length;
  while (start < end && opening.has(word[start] ?? '')) start += 1;
  while (end > start && closing.has(word[end - 1] ?? '')) end -= 1;
  if (/['’]s$/.test(word.slice(start, end))) end -= 2;

  const core = word.slice(start, end);
  if (core === '' || (plainWord.test(core) && !reference.test(core))) return [{ kind: 'words', text: word }];
  return [
    { kind: 'words', text: word.slice(0, start) },
    { kind: 'code', text: core },
    { kind: 'words', text: word.slice(end) },
  ];
}
