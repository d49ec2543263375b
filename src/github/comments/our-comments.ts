import { markOf, type Mark } from '../../report/marker.js';
import { isOurs } from '../pull-request/ownership.js';
import type { DiffPlace, ReviewComment, Thread } from '../pull-request/pull-request.js';

/** A comment on lines that an earlier run wrote. */
export interface OurComment {
  readonly id: number;
  readonly body: string;
  readonly mark: Mark;
  /** null once the lines are outdated. */
  readonly place: DiffPlace | null;
  /** null where the token may not ask. */
  readonly thread: OurThread | null;
}

export interface OurThread {
  readonly id: Thread['id'];
  readonly state: 'open' | 'resolved by us' | 'resolved by a person';
}

/** Picks our own among the comments on lines: those that we started a thread with and that carry our mark. */
export function ourComments(
  comments: readonly ReviewComment[],
  viewer: string | null,
  threads: ReadonlyMap<number, Thread> = new Map(),
): readonly OurComment[] {
  return comments.flatMap(({ id, body, author, isReply, place }) => {
    const mark = isReply || !isOurs(author, viewer) ? null : markOf(body);
    return mark === null ? [] : [{ id, body, mark, place, thread: ourThread(threads.get(id), viewer) }];
  });
}

function ourThread(thread: Thread | undefined, viewer: string | null): OurThread | null {
  if (thread === undefined) return null;
  const { id, isResolved, resolvedBy } = thread;
  if (!isResolved) return { id, state: 'open' };
  const isByUs = resolvedBy === null || (viewer !== null && withoutBot(resolvedBy) === withoutBot(viewer));
  return { id, state: isByUs ? 'resolved by us' : 'resolved by a person' };
}

/** GraphQL leaves out what REST writes behind the name of a bot. */
function withoutBot(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
