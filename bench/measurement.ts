/** The stages of a review, in order; `start` is Node itself and the loading of the bundle. */
export const stages = ['start', 'read', 'decode', 'compare', 'inspect', 'report'] as const;

export type Stage = (typeof stages)[number];

/** What one review cost, and how much it had to say. */
export interface Measurement {
  readonly milliseconds: Readonly<Record<Stage, number>>;
  readonly peakMegabytes: number;
  readonly documents: number;
  readonly changedCalls: number;
  readonly findings: number;
}

export interface Limit {
  readonly seconds: number;
  readonly megabytes: number;
}

export function secondsOf({ milliseconds }: Measurement): number {
  return stages.reduce((sum, stage) => sum + milliseconds[stage], 0) / 1000;
}

export function isWithin({ seconds, megabytes }: Limit, measured: Measurement): boolean {
  return secondsOf(measured) <= seconds && measured.peakMegabytes <= megabytes;
}

/** Reads what `review-once` wrote. */
export function readMeasurement(text: string): Measurement {
  return JSON.parse(text) as Measurement;
}
