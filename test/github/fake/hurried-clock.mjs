/*
 * For the action under test a second of waiting lasts a tenth: what it waits for (the pace that GitHub asks for, rate
 * limits) is waited for in full, but sooner. How long it lets a server work lasts a quarter, since the fake and this
 * machine are not hurried. To be imported before anything else.
 */
const wait = globalThis.setTimeout;

/** The product gives a request 20 seconds, and waits for nothing else as long. */
const shortestLimit = 20_000;

globalThis.setTimeout = Object.assign(
  (callback, milliseconds = 0, ...args) =>
    wait(callback, milliseconds / (milliseconds < shortestLimit ? 10 : 4), ...args),
  wait,
);
