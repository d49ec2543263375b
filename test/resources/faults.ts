import { decode } from '../../src/resources/decode.js';
import { manifest } from './manifest.js';

/** The faults of a manifest as `line:column message`; empty where it is accepted. */
export function faultsOf(text: string): string[] {
  const decoded = decode(manifest(text));
  if (decoded.outcome === 'foreign') throw new Error('expected a manifest of our kinds');
  return decoded.outcome === 'resource'
    ? []
    : decoded.faults.map(({ at, message }) => `${at.line}:${at.column} ${message}`);
}
