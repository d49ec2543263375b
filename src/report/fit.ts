/** Lines or blocks that a report may cut: whole items only, the first ones stay. */
export interface List {
  readonly open: string;
  readonly items: readonly string[];
  readonly close: string;
  /** Between two items, and after `open` and before `close` where these are not empty. */
  readonly separator: string;
  /** An item in place of the last `left` ones. */
  readonly more: (left: number) => string;
}

export interface Fitted {
  readonly text: string;
  /** How many items were cut. */
  readonly left: number;
}

/** The list in at most `max` characters; no text where not even the first item has room. */
export function fit({ open, items, close, separator, more }: List, max: number): Fitted {
  const frame = [open, close]
    .filter(part => part !== '')
    .reduce((sum, part) => sum + part.length + separator.length, 0);
  const room = max - frame;
  const whole = items.reduce((sum, item) => sum + item.length + separator.length, 0) - separator.length;
  let kept = items.length;
  let size = whole;
  while (kept > 0 && size + (kept < items.length ? separator.length + more(items.length - kept).length : 0) > room) {
    kept -= 1;
    size -= (items[kept]?.length ?? 0) + (kept > 0 ? separator.length : 0);
  }
  if (kept === 0) return { text: '', left: items.length };

  const left = items.length - kept;
  const shown = left === 0 ? items : [...items.slice(0, kept), more(left)];
  return { text: [open, ...shown, close].filter(part => part !== '').join(separator), left };
}

/** Lists in at most `max` characters together: each takes at most its share of what those before it left. */
export function fitAll(
  parts: readonly { readonly list: List; readonly share: number }[],
  max: number,
  separator: string,
): { readonly texts: readonly string[]; readonly isCut: boolean } {
  let room = max;
  const fitted = parts.map(({ list, share }) => {
    const result = fit(list, Math.floor(room * share) - separator.length);
    if (result.text !== '') room -= result.text.length + separator.length;
    return result;
  });
  return { texts: fitted.map(({ text }) => text), isCut: fitted.some(({ left }) => left > 0) };
}
