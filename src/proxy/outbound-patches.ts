import type { EnvoyFilter, EnvoyPatch } from '../resources/patches.js';
import { versionText, type Version } from '../istio/version.js';
import { howItMoves } from './moving-patches.js';

/** A patch of what a sidecar is told of outbound traffic, for which calls may end elsewhere. */
export interface OutboundPatch {
  readonly filter: EnvoyFilter;
  readonly patch: EnvoyPatch;
  /** What it does: `INSERT_BEFORE of HTTP_FILTER envoy.filters.http.lua`. */
  readonly how: string;
}

/** The patches of these EnvoyFilters that can matter to an outbound call of a sidecar of that version. */
export function outboundPatches(filters: readonly EnvoyFilter[], version: Version): readonly OutboundPatch[] {
  return filters.flatMap(filter =>
    filter.patches.flatMap(patch => {
      const isOutbound = patch.context === 'SIDECAR_OUTBOUND' || patch.context === 'ANY';
      if (!isOutbound || !fitsVersion(patch.proxyVersion, version)) return [];
      const how = howItMoves(patch);
      return how === null ? [] : [{ filter, patch, how }];
    }),
  );
}

/**
 * Whether the pattern matches the version, as `1.30.3`, or of a minor alone some patch of it. JavaScript can take for
 * ever over a pattern where RE2 cannot: one that does more than spell versions is taken to match.
 */
function fitsVersion(pattern: string, { minor, patch }: Version): boolean {
  if (!SPELLS_VERSION.test(pattern)) return true;
  const expression = new RegExp(pattern);
  const patches = patch === Infinity ? everyPatch : [patch];
  return patches.some(one => expression.test(versionText({ minor, patch: one })));
}

/** No minor release of Istio has had more than fifteen. */
const everyPatch = Array.from({ length: 20 }, (_, patch) => patch);

/** `^1\.2[0-9].*`: characters, classes of digits, and at most one repetition, at the end. */
const SPELLS_VERSION = /^\^?(?:[\d.]|\\\.|\\d|\[[\d-]+\]){1,20}(?:[*+])?\$?$/;
