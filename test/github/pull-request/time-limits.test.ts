import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { shorterThan, timeLimits, type TimeLimits } from '../../../src/github/pull-request/time-limits.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

interface Options {
  request: { signal?: AbortSignal };
}

/** A request below the plugin that is answered by nobody, but ends when it is told to. */
function unanswered(limits: TimeLimits): Promise<unknown> {
  let ask = (): Promise<unknown> => Promise.reject(new Error('no plugin'));
  const request = ({ request: { signal } }: Options) =>
    new Promise((_done, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
  const wrap = (_name: string, around: (inner: typeof request, options: Options) => Promise<unknown>) => {
    ask = () => around(request, { request: {} });
  };
  shorterThan(limits)({ hook: { wrap } } as unknown as Parameters<ReturnType<typeof shorterThan>>[0]);
  return ask();
}

test('a request ends after twenty seconds, in a way that may be repeated', async () => {
  const asked = unanswered(timeLimits());
  const ended = expect(asked).rejects.toMatchObject({ name: 'Error', message: 'no answer within 20 seconds' });
  jest.advanceTimersByTime(20_000);
  await ended;
});

test('a delivery is over after three minutes, and not before', () => {
  const limits = timeLimits();
  jest.advanceTimersByTime(179_000);
  expect(limits.isOver()).toBe(false);
  jest.advanceTimersByTime(1_000);
  expect(limits.isOver()).toBe(true);
  expect(limits.whole.reason).toMatchObject({ message: 'the delivery took longer than 180 seconds' });
});

test('a request that is under way then ends too, in a way that Octokit does not repeat', async () => {
  const limits = timeLimits();
  jest.advanceTimersByTime(175_000);
  const asked = unanswered(limits);
  const ended = expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  jest.advanceTimersByTime(5_000);
  await ended;
});
