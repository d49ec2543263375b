import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { boundedFetch } from './bounded-fetch.js';
import { GitHubError } from './github-error.js';
import { shorterThan, type TimeLimits } from './time-limits.js';

export type Client = ReturnType<typeof octokitClient>;

/** Requests that create something: repeated blindly, they would create it twice. */
export const creating = { request: { retries: 0 } } as const;

/**
 * Octokit for one delivery. What a rate limit refused was not done, so it is asked again once the limit is over, if that
 * is soon; what met a server in trouble is asked again unless it creates something. Each of the two plugins has statuses
 * of its own, so that no request is repeated by both.
 */
export function octokitClient(token: string, limits: TimeLimits) {
  const waits = (seconds: number, retryCount: number) =>
    retryCount < limits.mostRateLimits && seconds >= 0 && seconds <= limits.longestRateLimit && !limits.isOver();
  const options = {
    retry: { retries: 2, doNotRetry: clientErrors },
    throttle: {
      onRateLimit: (seconds: number, _options: unknown, _octokit: unknown, retryCount: number) =>
        waits(seconds, retryCount),
      onSecondaryRateLimit: (seconds: number, _options: unknown, _octokit: unknown, retryCount: number) =>
        waits(seconds, retryCount),
    },
  };
  // A plugin counts from within those that follow it: the limit of one request is not that of its repetitions.
  const octokit = getOctokit(token, options, shorterThan(limits), retry, throttling);
  // Octokit names no version, and GitHub moves requests without one to a newer version in time.
  octokit.hook.before('request', request => {
    request.headers['x-github-api-version'] = '2022-11-28';
  });
  octokit.hook.wrap('request', async (request, options) => {
    options.request = { ...options.request, redirect: 'manual', fetch: boundedFetch(options.request?.['fetch']) };
    const response = await request(options);
    if (Number(response.status) >= 300) throw new Redirected(response);
    return response;
  });
  return octokit;
}

/**
 * A request goes where the job says and nowhere else; and to follow would make a question of what creates something, whose
 * answer then looks like success.
 */
class Redirected extends Error {
  readonly status: number;
  readonly response: Failure['response'];

  constructor({ status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, unknown>> }) {
    super(
      `GitHub answers ${status} and refers to another address, so the repository may have been renamed: run the job again`,
    );
    this.status = status;
    this.response = { headers };
  }
}

/** What asking again does not change; rate limits (403, 429) are the throttling's. */
const clientErrors = Array.from({ length: 100 }, (_, index) => 400 + index);

/** Every failure of a call becomes a `GitHubError`, so that whoever publishes can tell it from a bug. */
export async function attempt<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw gitHubError(error);
  }
}

interface Failure {
  readonly status?: unknown;
  readonly message?: unknown;
  /** Of GraphQL, which answers 200 in any case. */
  readonly errors?: unknown;
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> };
}

function gitHubError(error: unknown): GitHubError {
  const failure: Failure = typeof error === 'object' && error !== null ? error : {};
  const message = typeof failure.message === 'string' ? clipped(failure.message) : String(error);
  const status = statusOf(failure);
  const until = limitedUntil(failure);
  const isRateLimit = status === 429 || (status === 403 && (until !== null || /\bsecondary rate\b/i.test(message)));
  const words = until === null ? message : `${message} (GitHub takes requests again from ${until} on)`;
  return new GitHubError(words, status, { cause: error, isRateLimit });
}

/** An error page is long, and its beginning says enough. */
function clipped(message: string): string {
  return message.length > 1_000 ? `${message.slice(0, 1_000)}…` : message;
}

function statusOf({ status, errors, response }: Failure): number | null {
  if (Array.isArray(errors)) {
    const types = errors.map(error => (error as { readonly type?: unknown } | null)?.type);
    if (types.includes('FORBIDDEN') || types.includes('INSUFFICIENT_SCOPES')) return 403;
    return types.includes('NOT_FOUND') ? 404 : 200;
  }
  // Octokit makes a 500 of a connection that failed, but then there is no answer with it.
  return typeof status === 'number' && response !== undefined ? status : null;
}

/** A time as ISO 8601 has it. */
function limitedUntil({ response }: Failure): string | null {
  const {
    'retry-after': after,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': reset,
  } = response?.headers ?? {};
  if (Number(after) > 0) return isoTime(Date.now() + Number(after) * 1000);
  return remaining === '0' && Number(reset) > 0 ? isoTime(Number(reset) * 1000) : null;
}

/** null for what no clock shows. */
function isoTime(milliseconds: number): string | null {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
