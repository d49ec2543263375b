import type { retry } from '@octokit/plugin-retry';

/** How long a delivery may take, in seconds. */
export interface TimeLimits {
  /** For one request. */
  readonly request: number;
  /** A rate limit that lasts longer is not waited for. */
  readonly longestRateLimit: number;
  /** How often one request is repeated because of rate limits. */
  readonly mostRateLimits: number;
  /** Ends every request once the delivery as a whole has lasted too long. */
  readonly whole: AbortSignal;
  readonly isOver: () => boolean;
}

/** Starts the clock of a delivery. A job of a minute is not worth a wait of an hour: the next run says the rest. */
export function timeLimits(): TimeLimits {
  const whole = new AbortController();
  // Octokit repeats no request that ended with this name.
  const reason = Object.assign(new Error(`the delivery took longer than ${longestDelivery} seconds`), {
    name: 'AbortError',
  });
  setTimeout(() => whole.abort(reason), longestDelivery * 1000).unref();
  return {
    request: 20,
    longestRateLimit: 60,
    mostRateLimits: 2,
    whole: whole.signal,
    isOver: () => whole.signal.aborted,
  };
}

const longestDelivery = 180;

/** A plugin of Octokit that gives each request no more than its time. */
export function shorterThan({ request: seconds, whole }: TimeLimits) {
  return ({ hook }: Parameters<typeof retry>[0]) => {
    hook.wrap('request', async (request, options) => {
      const one = new AbortController();
      const timer = setTimeout(() => one.abort(new Error(`no answer within ${seconds} seconds`)), seconds * 1000);
      // Octokit hands these very options on, whatever the next one is called with; within them, `request` may be shared.
      options.request = { ...options.request, signal: AbortSignal.any([whole, one.signal]) };
      try {
        return await request(options);
      } finally {
        clearTimeout(timer);
      }
    });
    return {};
  };
}
