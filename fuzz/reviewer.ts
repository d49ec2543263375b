import { fork, type ChildProcess } from 'node:child_process';
import type { Outcome } from './review-mutant.js';

/** How one mutant fared. */
export interface Answer {
  readonly number: number;
  readonly outcome: Outcome | 'failed';
  readonly seconds: number;
  /** The most memory that the process had so far. */
  readonly megabytes: number;
  /** Why it is a failure; null where it is none. */
  readonly failure: string | null;
}

export interface Limit {
  readonly seconds: number;
  readonly megabytes: number;
}

/** A process that reviews one mutant at a time, started anew after each that ends it. */
export interface Reviewer {
  review(number: number): Promise<Answer>;
  stop(): void;
}

/** Starts `program`, which is `review-mutants`. */
export function startReviewer(program: string, seed: number, limit: Limit): Reviewer {
  let child: ChildProcess | null = null;
  const stop = () => {
    child?.removeAllListeners();
    child?.kill('SIGKILL');
    child = null;
  };

  const review = (number: number) =>
    new Promise<Answer>(resolve => {
      const running = (child ??= fork(program, [String(seed)]));
      const started = performance.now();
      const end = (answer: Partial<Answer>) => {
        clearTimeout(alarm);
        running.removeAllListeners();
        const seconds = (performance.now() - started) / 1000;
        const whole = { number, outcome: 'failed' as const, seconds, megabytes: 0, failure: null, ...answer };
        const isLarge = whole.megabytes > limit.megabytes;
        const told = isLarge ? { ...whole, failure: whole.failure ?? `took ${whole.megabytes} MB` } : whole;
        if (told.failure !== null) stop();
        resolve(told);
      };
      const alarm = setTimeout(() => end({ failure: `took longer than ${limit.seconds} s` }), limit.seconds * 1000);
      running.once('message', (answer: Partial<Answer>) => end(answer));
      running.once('exit', (code, signal) => {
        child = null;
        end({ failure: `ended the process (${signal ?? code})` });
      });
      running.send(number);
    });

  return { review, stop };
}
