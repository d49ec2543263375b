import type { Path, Report } from './fault.js';

/** In nanoseconds. */
export const MILLISECOND = 1_000_000n;

/** A duration must be whole milliseconds, and at least one (`agent.ValidateDuration`). */
export function validateDuration(nanoseconds: bigint | null, path: Path, report: Report): void {
  if (nanoseconds === null || (nanoseconds >= MILLISECOND && nanoseconds % MILLISECOND === 0n)) return;
  report(path, 'at least 1ms, and whole milliseconds');
}
