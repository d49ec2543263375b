/*
 * For the action under test a second of waiting lasts a tenth: what it waits for (the pace that GitHub asks for, rate
 * limits, a server that does not answer) is waited for in full, but sooner. To be imported before anything else.
 */
const wait = globalThis.setTimeout;

globalThis.setTimeout = Object.assign(
  (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
    wait(callback, milliseconds / 10, ...args),
  wait,
) as typeof setTimeout;
