import type { Review } from './review.js';

/** What a user may write for the least severe finding that fails a check. */
export const failOnLevels = ['error', 'warning', 'never'] as const;

export type FailOn = (typeof failOnLevels)[number];

/** The level of a check for which nobody wrote one. */
export const defaultFailOn: FailOn = 'error';

/** Decides whether the findings fail the check; faults in the input fail it on their own. */
export function reaches({ errors, warnings }: Review['summary'], failOn: FailOn): boolean {
  switch (failOn) {
    case 'error':
      return errors > 0;
    case 'warning':
      return errors + warnings > 0;
    case 'never':
      return false;
  }
}
