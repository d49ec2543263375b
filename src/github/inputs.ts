import { failOnLevels, type FailOn } from '../findings/fail-on.js';
import { flagsOf } from '../given.js';
import { resolveRelease } from '../istio/release.js';
import type { UseName } from '../report/use-name.js';
import { pathFilter } from '../source/manifest-paths.js';
import { InputError, inputError, type Problem } from '../source/problem.js';
import { ofInput } from './of-input.js';

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

/**
 * Reads every input by its name in `action.yml`; the runner gives an input that was left out as an empty text.
 *
 * @throws InputError with the first fault of each, as far as no file has to be read for it.
 */
export function decodeInputs(read: (name: string) => string): Inputs {
  const problems: Problem[] = [];
  const checked = <T>(name: string, decode: (text: string) => T): T | null => {
    const text = read(name).trim();
    if (text === '') return null;
    try {
      return ofInput(name, () => decode(text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const inputs = {
    token: read('token').trim(),
    failOn: checked('fail-on', decodeFailOn),
    istioVersion: checked('istio-version', decodeRelease),
    istioFlags: checked('istio-flags', decodeFlags) ?? [],
    meshConfig: orNull(read('mesh-config')),
    snapshot: linesOf(read('snapshot')),
    paths: checked('paths', decodePaths) ?? [],
    config: orNull(read('config')),
    base: orNull(read('base')),
    head: orNull(read('head')),
    upgradeTo: checked('upgrade-to', decodeRelease),
    name: checked('name', decodeName),
    reviewMinutes: checked('review-minutes', decodeMinutes),
  };
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function decodeFailOn(text: string): FailOn {
  const level = failOnLevels.find(known => known === text);
  if (level !== undefined) return level;
  throw unexpected(text, `one of ${failOnLevels.map(known => `\`${known}\``).join(', ')}`);
}

function decodeRelease(text: string): string {
  resolveRelease(text);
  return text;
}

function decodeFlags(text: string): readonly string[] {
  const lines = linesOf(text);
  flagsOf(lines);
  return lines;
}

function decodePaths(text: string): readonly string[] {
  const lines = linesOf(text);
  pathFilter(lines);
  return lines;
}

/** No job runs longer than five days, not even on a runner of one's own. */
const mostMinutes = 5 * 24 * 60;

function decodeMinutes(text: string): number {
  const minutes = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (minutes > 0 && minutes <= mostMinutes) return minutes;
  throw unexpected(text, `a number of minutes above 0, ${mostMinutes} at most, for example 10`);
}

export function isUseName(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text);
}

/** @throws InputError for what could not stand in a mark. */
export function decodeName(text: string): UseName {
  if (isUseName(text)) return text;
  throw unexpected(text, 'small letters, digits and hyphens, 40 at most, for example payments');
}

function unexpected(text: string, expected: string): InputError {
  const message = `found "${text}", expected ${expected}`;
  return inputError('usage', message);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
