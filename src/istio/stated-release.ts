import { recordedOf } from './release.js';
import { parseVersion, type Version } from './version.js';

/**
 * The release that an image tag, the version of a chart or the name of a revision means; of a minor alone the recorded
 * patch, else its last. Null for a text that names none (`latest`).
 *
 * A revision has dashes for dots (`1-24-6`); a chart may be asked for by a range that stays within one minor (`1.24.x`,
 * `~1.24.0`).
 */
export function statedRelease(text: string): Version | null {
  const [, ranged] = /^v?(1\.\d{1,3})\.[xX*]$/.exec(text) ?? /^~\s*v?(1\.\d{1,3})(?:\.[\dxX*]+)?$/.exec(text) ?? [];
  const dashed = /^v?1-\d{1,3}(?:-\d{1,3})?$/.test(text) ? text.replaceAll('-', '.') : text;
  // A channel rather than a release: `v1.24-latest`, `1.24-alpha.0123`.
  const channel = /^v?(1\.\d{1,3})-/.exec(text)?.[1];
  const version = parseVersion(ranged ?? channel ?? dashed);
  return version === null ? null : recordedOf(version);
}
