import { scalar, type Reader } from './fields.js';

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

const MOST = 2n ** 63n - 1n;

/** Go sets no bound, but whoever writes more means to keep us busy. */
const LONGEST = 1000;

/** Reads a `google.protobuf.Duration` in nanoseconds, written as Go's `time.ParseDuration` takes it: `1m30s`. */
export const duration: Reader<bigint> = scalar(0n, 'a duration such as "1.5s" or "1m30s"', node =>
  node.type === 'string' ? parseDuration(node.text) : null,
);

function parseDuration(written: string): bigint | null {
  if (written.length > LONGEST) return null;
  const unsigned = written.replace(/^[-+]/, '');
  if (unsigned === '0') return 0n;

  const part = /(?=\.?\d)(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/y;
  let total = 0n;
  do {
    const [found, whole = '', fraction = '', unit = ''] = part.exec(unsigned) ?? [];
    if (found === undefined) return null;
    const nanoseconds = NANOSECONDS[unit] ?? 0n;
    total += BigInt(whole) * nanoseconds + (BigInt(fraction) * nanoseconds) / 10n ** BigInt(fraction.length);
  } while (part.lastIndex < unsigned.length);
  const least = written.startsWith('-') ? MOST + 1n : MOST;
  if (total > least) return null;
  return written.startsWith('-') ? -total : total;
}
