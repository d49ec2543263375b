import { dialledText } from './call.js';
import { waitsForClient } from '../proxy/listener.js';
import { matchText } from './match-text.js';
import { rejectionText } from './rejection-text.js';
import type { Decision } from './sidecar.js';
import type { Step } from './verdict.js';

/** Tells how Envoy came to its decision: listener, chain, route, cluster, owner, as far as it got. */
export function describe(decision: Decision): readonly Step[] {
  const { chain, cluster, virtualHost } = decision;
  const steps: Step[] = [listenerStep(decision)];
  const hasToWait = chain === null && decision.call.speaksFirst === 'server';
  if (!hasToWait) steps.push(chainStep(decision));
  if (chain?.destination.kind === 'routes') {
    const name = virtualHost === null ? chain.destination.name : virtualHost.name;
    const because =
      decision.call.kind !== 'http'
        ? `what arrives is not HTTP, which route table ${chain.destination.name} needs`
        : virtualHost === null
          ? `no virtual host of route table ${chain.destination.name} has this Host`
          : virtualHost.domains.includes('*')
            ? `no other virtual host of route table ${chain.destination.name} has this Host`
            : `Host ${decision.call.host ?? decision.call.address} is one of its domains`;
    steps.push({ stage: 'route', name, because });
  }
  const target = chosenTarget(decision);
  if (target !== null) {
    const because = cluster === null ? 'the sidecar has no such cluster' : clusterMeaning(cluster.type, target);
    steps.push({ stage: 'cluster', name: target, because });
  }
  if (cluster !== null && cluster.service !== null) {
    const { kind, namespace, name } = cluster.service.resource;
    steps.push({
      stage: 'owner',
      name: `${kind} ${namespace}/${name}`,
      because: `it declares ${cluster.service.host}`,
    });
  }
  return steps;
}

function listenerStep({ call, found }: Decision): Step {
  const dialled = dialledText(call);
  const { listener, by, refused } = found;
  if (call.speaksFirst === 'server' && waitsForClient(listener)) {
    return {
      stage: 'listener',
      name: listener.name,
      because: `it waits for the client to speak first (${listener.inspectors.join(', ')}), and the server would`,
    };
  }
  const because = {
    address: `it listens on ${dialled} itself`,
    port: `no listener has ${dialled}, and this one takes every other address on port ${call.port}`,
    nothing: `no listener takes port ${call.port} for this address`,
  }[by];
  if (refused !== null) {
    const why =
      `${because}, as Envoy refuses ${refused.listener.name}: ${rejectionText(refused.rejection)}; ` +
      'a running pod keeps the one that it had';
    return { stage: 'listener', name: listener.name, because: why };
  }
  return { stage: 'listener', name: listener.name, because };
}

function chainStep({ chain, found, call }: Decision): Step {
  if (chain === null) return { stage: 'chain', name: 'none', because: 'no chain matches, so the connection is closed' };
  const name = matchText(chain);
  const because =
    chain === found.listener.defaultChain
      ? 'no other chain of the listener matches'
      : name === 'ALL'
        ? 'the chain matches every connection'
        : call.kind === 'tls' && chain.match.serverNames.length > 0
          ? `the SNI ${call.host ?? ''} matches`
          : 'the connection matches';
  return { stage: 'chain', name, because };
}

/** The cluster that was chosen, or all that may be. */
function chosenTarget({ chain, route }: Decision): string | null {
  const target = chain?.destination.kind === 'routes' ? route?.action : chain?.destination;
  if (target?.kind === 'cluster') return target.cluster;
  return target?.kind === 'weighted' ? Object.keys(target.clusters).join(' or ') : null;
}

function clusterMeaning(type: string, name: string): string {
  if (name === 'BlackHoleCluster') return 'the connection is closed';
  if (type === 'ORIGINAL_DST') return 'it connects to the address that was dialled';
  if (type === 'EDS') return 'it connects to the endpoints that are configured for the host';
  return 'it connects to the addresses that the host resolves to';
}
