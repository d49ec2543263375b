import { decodeAll, type DecodeCache, type Resources } from '../resources/decode-all.js';
import { mayBeInstallation, type Installation } from '../resources/installation/installation.js';
import type { SourceDocument } from '../source/document.js';
import { admissionOf } from './admission-of.js';
import { installedBy } from './installed.js';
import type { Version } from './version.js';

/** What manifests were decoded to, for each admission: shared, an unchanged manifest is one resource at base and head. */
export type GovernedCache = Map<string, DecodeCache>;

/**
 * The resources of one side, judged as the release does that they themselves install; what the user gives speaks for
 * the side like a manifest, and before all of them. `kept` is the release where nobody names one.
 */
export function decodeGoverned(
  documents: readonly SourceDocument[],
  given: readonly Installation[],
  caches: GovernedCache,
  kept: Version | null = null,
): Resources {
  const ofIstio = decodeAll(documents.filter(mayBeInstallation), cacheFor('installations', caches));
  const { controlPlane } = installedBy([...given, ...ofIstio.resources], null, kept);
  const admission = admissionOf(controlPlane.behaves);
  const decoded = decodeAll(documents, cacheFor(JSON.stringify(admission), caches), admission);
  return { ...decoded, resources: [...given, ...decoded.resources] };
}

function cacheFor(key: string, caches: GovernedCache): DecodeCache {
  const cache: DecodeCache = caches.get(key) ?? new WeakMap();
  caches.set(key, cache);
  return cache;
}
