import { dialledText } from '../envoy/call.js';
import { patchesOf } from '../envoy/patched-listeners.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import { sentenceList } from './counts.js';
import { prosePlain } from './prose.js';

/** Which listeners EnvoyFilters patch so that calls may end elsewhere; sentences without a final stop. */
export function patchedListenerNotes({ listeners, patches }: ProxyConfiguration): readonly string[] {
  return patches.map(patch => {
    const patched = listeners.filter(listener => patchesOf(listener, [patch]).length > 0);
    const which =
      patched.length === 0
        ? 'what the listeners lead to'
        : patched.length === listeners.length
          ? 'all listeners'
          : `${patched.length === 1 ? 'listener' : 'listeners'} ${sentenceList(patched.map(dialledText))}`;
    const { filter, how } = patch;
    return prosePlain(
      `EnvoyFilter ${filter.namespace}/${filter.name} patches ${which} (${how}): what becomes of calls that meet it is unknown`,
    );
  });
}
