import type { FilterChain } from '../proxy/filter-chain.js';
import type { Rejection } from './rejected-listeners.js';
import { matchText } from './match-text.js';
import type { Owner } from './verdict.js';

/** Says what Envoy refuses a listener for, and who brought it; no capital, no final stop. */
export function rejectionText(rejection: Rejection): string {
  switch (rejection.kind) {
    case 'overlap': {
      const [one, other] = rejection.chains;
      return one === other
        ? `one match names the same twice: ${chainText(one)}`
        : `two matches take the same connections: ${chainText(one)}, and ${chainText(other)}`;
    }
    case 'partial-wildcard':
      return `${rejection.serverName} is no wildcard for a sidecar, which knows only "*." in front: ${chainText(rejection.chain)}`;
    case 'same-address':
      return `the address is that of listener ${rejection.other.name}`;
  }
}

/** The resources that brought what is refused, each once. */
export function bringersOf(rejection: Rejection): readonly Owner[] {
  const chains =
    rejection.kind === 'overlap'
      ? rejection.chains
      : rejection.kind === 'partial-wildcard'
        ? [rejection.chain]
        : rejection.other.chains;
  return [...new Set(chains.flatMap(broughtBy))];
}

/** Whose rule made the chain, and whose service it is for. */
function broughtBy({ via, service }: FilterChain): readonly Owner[] {
  return [via, service?.resource ?? null].filter(resource => resource !== null);
}

function chainText(chain: FilterChain): string {
  const owners = broughtBy(chain).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`);
  return owners.length === 0 ? matchText(chain) : `${matchText(chain)} of ${owners.join(' for ')}`;
}
