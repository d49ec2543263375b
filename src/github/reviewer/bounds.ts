import { constrainedMemory } from 'node:process';
import { totalmem } from 'node:os';

/** What one review may use of the machine. */
export interface Bounds {
  readonly minutes: number;
  /** MiB of JavaScript objects; Node's own part and what Git answers come on top. */
  readonly megabytes: number;
}

/** Far beyond what the largest meshes of `npm run bench` take. */
const usualMinutes = 10;

/** Bounds on the machine that this runs on; `minutes` null for the usual ones. */
export function boundsHere(minutes: number | null): Bounds {
  return {
    minutes: minutes ?? usualMinutes,
    megabytes: megabytesOf(totalmem(), constrainedMemory()),
  };
}

/**
 * Half of the memory, in MiB: more than Node takes by itself (a quarter, 4 GiB at most), and the other half is left to the
 * machine. `constrained` is what a container may use, in bytes; 0 or more than there is without one.
 */
export function megabytesOf(total: number, constrained: number): number {
  const available = constrained > 0 ? Math.min(total, constrained) : total;
  return Math.floor(available / 2 / 1024 ** 2);
}
