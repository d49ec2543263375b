import { failOnLevels, type FailOn } from '../findings/fail-on.js';
import type { UseName } from '../report/use-name.js';
import { InputError } from '../source/problem.js';

/** The inputs of `action.yml`; null where the workflow left one out. */
export interface Inputs {
  /** Empty where the workflow hands over a secret that the run does not have. */
  readonly token: string;
  /** null: as the settings say. */
  readonly failOn: FailOn | null;
  readonly istioVersion: string | null;
  /** Feature flags of istiod, each `NAME=true` or `NAME=false`. */
  readonly istioFlags: readonly string[];
  /** A file of the repository, read at both sides; where head has it no more, that of base counts. */
  readonly meshConfig: string | null;
  /** Files with what the cluster holds besides: of the repository at base, or of the runner. */
  readonly snapshot: readonly string[];
  /** Empty means the whole repository. */
  readonly paths: readonly string[];
  /** A file of the repository with the settings, read at base; null for the usual one. */
  readonly config: string | null;
  readonly base: string | null;
  readonly head: string | null;
  /** A release, like `1.30`: what it does with head is reviewed, instead of what head does to base. */
  readonly upgradeTo: string | null;
  /** Minutes that the review may take; null for the usual ones. */
  readonly reviewMinutes: number | null;
  /** Tells this use of the action from others that comment on the same pull request. */
  readonly name: UseName | null;
}

/** Reads every input by its name in `action.yml`; the runner gives an input that was left out as an empty text. */
export function decodeInputs(read: (name: string) => string): Inputs {
  return {
    token: read('token').trim(),
    failOn: decodeFailOn(read('fail-on').trim()),
    istioVersion: orNull(read('istio-version')),
    istioFlags: linesOf(read('istio-flags')),
    meshConfig: orNull(read('mesh-config')),
    snapshot: linesOf(read('snapshot')),
    paths: linesOf(read('paths')),
    config: orNull(read('config')),
    base: orNull(read('base')),
    head: orNull(read('head')),
    upgradeTo: orNull(read('upgrade-to')),
    name: decodeName(read('name').trim()),
    reviewMinutes: decodeMinutes(read('review-minutes').trim()),
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function decodeFailOn(text: string): FailOn | null {
  if (text === '') return null;
  const level = failOnLevels.find(known => known === text);
  if (level !== undefined) return level;
  const allowed = failOnLevels.map(known => `\`${known}\``).join(', ');
  throw new InputError([
    { code: 'usage', message: `input \`fail-on\` is "${text}": write one of ${allowed}`, at: null },
  ]);
}

/** No job runs longer than five days, not even on a runner of one's own. */
const mostMinutes = 5 * 24 * 60;

function decodeMinutes(text: string): number | null {
  if (text === '') return null;
  const minutes = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (minutes > 0 && minutes <= mostMinutes) return minutes;
  const message = `input \`review-minutes\` is "${text}": write a number of minutes above 0, ${mostMinutes} at most, for example 10`;
  throw new InputError([{ code: 'usage', message, at: null }]);
}

/** @throws InputError for what could not stand in a mark. */
export function decodeName(text: string): UseName | null {
  if (text === '') return null;
  if (/^[a-z0-9-]{1,40}$/.test(text)) return text;
  const message = `input \`name\` is "${text}": write small letters, digits and hyphens, 40 at most, for example payments`;
  throw new InputError([{ code: 'usage', message, at: null }]);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
