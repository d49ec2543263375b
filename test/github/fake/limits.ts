import type { Refusal } from './refusal.js';

/** GitHub's rates, as small as a test wants them. */
export interface Limits {
  /** Requests until the primary limit, which a job's token has 1,000 of an hour. */
  readonly requests: number;
  /** Seconds until there are as many again. */
  readonly resetsIn: number;
  /** Requests that create content (POST, PATCH, mutations) until the secondary limit: 80 a minute. */
  readonly content: number;
  /** Seconds that the secondary limit says to wait, and lasts. */
  readonly retryAfter: number;
}

export const usualLimits: Limits = { requests: 1000, resetsIn: 3600, content: 80, retryAfter: 60 };

/** What GitHub answers over the primary limit. */
export function primaryLimit(resetsIn: number): Refusal {
  const headers = {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + resetsIn),
  };
  return { status: 403, message: 'API rate limit exceeded for installation ID 7.', headers };
}

/** What GitHub answers over a secondary limit; some of them as 429. */
export function secondaryLimit(retryAfter: number, status: 403 | 429 = 403): Refusal {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return { status, message, headers: { 'retry-after': String(retryAfter) } };
}

/** Counts requests; `refusal` says whether one more is too many, `headers` what each answer tells of it. */
export function countRequests({ requests, resetsIn, content, retryAfter }: Limits) {
  const all = window(requests, resetsIn);
  const creating = window(content, retryAfter);
  return {
    refusal: (creates: boolean): Refusal | null => {
      if (!all.take()) return primaryLimit(resetsIn);
      return creates && !creating.take() ? secondaryLimit(retryAfter) : null;
    },
    headers: (): Readonly<Record<string, string>> => ({
      'x-ratelimit-limit': String(requests),
      'x-ratelimit-remaining': String(all.left()),
      'x-ratelimit-used': String(requests - all.left()),
      'x-ratelimit-reset': String(Math.ceil(all.ends() / 1000)),
      'x-ratelimit-resource': 'core',
    }),
  };
}

/** `size` requests within `seconds` of the first of them, then again so many. */
function window(size: number, seconds: number) {
  let used = 0;
  let ends = Date.now() + seconds * 1000;
  return {
    take: () => {
      if (Date.now() >= ends) used = 0;
      if (used === 0) ends = Date.now() + seconds * 1000;
      if (used >= size) return false;
      used += 1;
      return true;
    },
    left: () => size - used,
    ends: () => ends,
  };
}
