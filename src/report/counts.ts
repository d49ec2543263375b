import type { Review } from '../findings/review.js';

/** `1 error`, `2 errors`. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount} ${amount === 1 ? noun : plural}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function sentenceList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `2 errors and 1 notice`; `no findings` where there are none. */
export function findingCounts({
  errors,
  warnings,
  notices,
}: Pick<Review['summary'], 'errors' | 'warnings' | 'notices'>): string {
  const counts = [
    { amount: errors, noun: 'error' },
    { amount: warnings, noun: 'warning' },
    { amount: notices, noun: 'notice' },
  ].filter(({ amount }) => amount > 0);
  return counts.length === 0 ? 'no findings' : sentenceList(counts.map(({ amount, noun }) => count(amount, noun)));
}
