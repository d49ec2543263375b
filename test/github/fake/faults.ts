import type { ServerResponse } from 'node:http';
import type { Answer, Refusal } from './refusal.js';

/** Sends what a client sees, however broken; the answer is the one that it would have seen. */
export type Sender = (answer: Answer, response: ServerResponse) => void;

/** What a client sees in place of an answer. */
export type Breakage = 'closed socket' | 'no answer' | 'HTML' | Refusal | Sender;

/**
 * Something goes wrong with some requests:
 *
 *     { on: 'POST /pulls/7/reviews', nth: 1, after: 'closed socket' }
 *     { on: 'GET /pulls/7/files', nth: [1, 3], instead: { status: 502, message: 'Bad Gateway' } }
 *     { on: 'graphql resolveReviewThread', instead: 'no answer' }
 *     { on: 'any request', mutate: answer => ({ ...answer, id: null }) }
 */
export interface Fault {
  /** `METHOD /path` below the repository, where `*` stands for one part; `graphql FIELD`; `git SERVICE`. */
  readonly on: string;
  /** Which of these requests, counted from 1: one, from the first to the last; without it all of them. */
  readonly nth?: number | readonly [first: number, last: number];
  /** GitHub does nothing, and this is seen. */
  readonly instead?: Breakage;
  /** GitHub does what it was asked, and this is seen: to ask again would do it twice. */
  readonly after?: Breakage | 'half an answer';
  /** GitHub does what it was asked, and says this of it, however wrong. */
  readonly mutate?: (answer: unknown) => unknown;
}

/** Which fault befalls a request, by its names: one of REST, the fields of GraphQL. */
export function watchFor(faults: readonly Fault[]): (names: readonly string[]) => Fault | null {
  const seen = new Map<Fault, number>();
  return names => {
    const meant = faults.filter(({ on }) => on === 'any request' || names.some(name => patternOf(on).test(name)));
    for (const fault of meant) seen.set(fault, (seen.get(fault) ?? 0) + 1);
    return meant.find(fault => isTurn(fault, seen.get(fault) ?? 0)) ?? null;
  };
}

function isTurn({ nth }: Fault, count: number): boolean {
  if (nth === undefined) return true;
  const [first, last] = typeof nth === 'number' ? [nth, nth] : nth;
  return first <= count && count <= last;
}

function patternOf(on: string): RegExp {
  const parts = on.split('*').map(part => part.replaceAll(/[^\w /-]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
