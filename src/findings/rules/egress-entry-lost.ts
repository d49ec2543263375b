import type { ChangedCall } from '../../diff/changed-calls.js';
import type { ResourceChange } from '../../diff/resource-changes.js';
import type { Side } from '../../diff/side.js';
import type { MeshService } from '../../mesh/service.js';
import { isSubsetOf, isWildcard } from '../../resources/hostname.js';
import { sourceOf, type CauseSource } from '../cause-source.js';
import { isDeclaredElsewhere } from '../declared-elsewhere.js';
import type { Direction } from '../direction.js';
import { tempered } from '../doubt.js';
import { documents, yaml } from '../example.js';
import { observeCall } from '../observation.js';
import { isConfigured, reachesItsOwn } from '../ownership.js';
import { regoverned } from '../regoverned.js';
import type { Rule, Seen } from '../rule.js';
import { few, list, portsText, resourceText } from '../wording.js';

const entry = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: payments
    namespace: partners
  spec:
    hosts: [api.payments.example]
    ports: [{ number: 443, name: tls, protocol: TLS }]
    resolution: DNS
`;

/** A host that a group had configured is not configured for it any more. */
export const egressEntryLost: Rule = {
  id: 'egress-entry-lost',
  severities:
    'error; warning where the call still leaves the mesh unchanged, or a wildcard for any address takes it, or where ' +
    'it is not known whether it arrived before',
  summary:
    'A host and port that a namespace had configured is no longer configured for it, and calls to it change that arrived somewhere.',
  why:
    'A sidecar only knows the hosts that its Sidecar resource imports and that are exported to it. Calls to others are ' +
    'unknown traffic: they pass through unmanaged, are closed under REGISTRY_ONLY, or fall to whatever entry takes ' +
    'every connection on that port.',
  fix:
    'Add the host to the egress hosts of the Sidecar that governs the namespace (for example default/www.example.com), ' +
    'or keep the entry until nobody there calls the host any more.',
  example: {
    base: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - hosts: ["./*", "partners/*"]
      `,
    ),
    head: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - hosts: ["./*"]
      `,
    ),
    silent: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - hosts: ["./*", "partners/api.payments.example"]
      `,
    ),
  },
  isAboutLoss: true,

  claim(direction, change) {
    if (!isConfigured(direction.before, change) || isConfigured(direction.after, change)) return null;
    const { question, before, after, groupClass } = change;
    // Configured at last, but calls do not arrive there: nothing got better.
    if (!direction.isForward && !reachesItsOwn(direction.before, change, before)) return null;
    if (direction.isForward && failed(direction, change)) return null;
    const observed = observeCall(direction, change, {
      severity:
        after.kind === 'passthrough' || isCovered(direction.after.serviceBehind(groupClass.asked, after), question)
          ? 'warning'
          : 'error',
      ownerHost: null,
      subject: { hosts: [question.configured ?? ''], port: question.port },
      hints: [before.owner],
    });
    const observation = tempered(observed, direction.isForward ? doubtsOnArrival(direction, change) : []);
    const added = direction.isForward ? null : addedDeclarer(direction, change);
    return added === null ? observation : { ...observation, knownCauses: [sourceOf(added)] };
  },

  describe(seen) {
    const hosts = seen.subject.hosts ?? [];
    return {
      title: `${list(hosts)} ${hosts.length === 1 ? 'is' : 'are'} no longer configured on port ${seen.subject.port}`,
      message: `${namedReason(seen) ?? regoverned(seen)?.reason ?? reasonOf(seen)} ${fateOf(seen)}`,
      fix: namedFix(seen) ?? regoverned(seen)?.fix ?? fixFor(seen),
    };
  },

  titleOfAll: ({ hosts, ports }) =>
    `${few(hosts)} ${hosts.length === 1 ? 'is' : 'are'} no longer configured on ${portsText(ports)}`,

  gone: ({ subject }) =>
    `${list(subject.hosts ?? [])} ${subject.hosts?.length === 1 ? 'is' : 'are'} configured now on port ${subject.port}`,
};

/** Whether the call was refused or answered with an error before: it had nothing to lose. */
function failed({ comparison }: Direction, { before }: ChangedCall): boolean {
  if (before.kind === 'missing-cluster') return !isDeclaredElsewhere(comparison, before.cluster);
  return before.kind === 'blackhole' || before.kind === 'protocol-error' || before.kind === 'stalled';
}

/** Why it is not known whether the call arrived before. */
function doubtsOnArrival({ comparison }: Direction, { before }: ChangedCall): readonly string[] {
  const isOpen = before.kind === 'missing-cluster' && isDeclaredElsewhere(comparison, before.cluster);
  return isOpen ? [`calls were led to ${before.cluster ?? ''}, of which no manifest declares the host`] : [];
}

/** The resource that head adds and that alone declares the host there: without it nothing does, so that is proven. */
function addedDeclarer({ before: head, comparison }: Direction, { question }: ChangedCall): ResourceChange | null {
  const [resource, ...others] = head.declarers(question.configured ?? '');
  if (resource === undefined || others.length > 0) return null;
  return comparison.resourceChanges.find(change => change.base === null && change.head === resource) ?? null;
}

/** Whether a wildcard that covers the host takes the call, and connects to wherever the host is. */
function isCovered(taker: MeshService | null, { host }: ChangedCall['question']): boolean {
  const isOpen = taker?.resolution === 'Passthrough' || taker?.resolution === 'DynamicDNS';
  return isOpen && host !== null && isWildcard(taker.host) && isSubsetOf(host, taker.host);
}

/** The ExternalName Services among the hosts that had a destination of their own and are mere names now; null: not all. */
function mereNames({ subject, before, after }: Seen): readonly MeshService[] | null {
  const namesOn = ({ simulation }: Side) =>
    new Map(
      simulation.mesh.services
        .filter(({ resolution }) => resolution === 'Alias')
        .reverse()
        .map(service => [service.host, service]),
    );
  const [known, found] = [namesOn(before), namesOn(after)];
  const hosts = subject.hosts ?? [];
  const names = hosts.flatMap(host => (known.has(host) ? [] : (found.get(host) ?? [])));
  return hosts.length > 0 && names.length === hosts.length ? names : null;
}

function namedReason(seen: Seen): string | null {
  const names = mereNames(seen);
  if (names === null) return null;
  const meant = meantBy(names);
  return (
    'Since Istio 1.21 (flag ENABLE_EXTERNAL_NAME_ALIAS, gone in 1.24) an ExternalName Service is only another name of ' +
    `a service in the mesh and no destination of its own, and these namespaces have no service ${list(meant)} with port ${seen.subject.port}.`
  );
}

function namedFix(seen: Seen): string | null {
  const names = mereNames(seen);
  if (names === null) return null;
  const meant = meantBy(names);
  const known = meant.filter(host => seen.after.simulation.mesh.servicesNamed(host).size > 0);
  return known.length === 0
    ? `Declare ${meant.length === 1 ? 'a ServiceEntry' : 'ServiceEntries'} for ${list(meant)} with port ${seen.subject.port}.`
    : `Let these namespaces see ${list(meant)} with port ${seen.subject.port}: by its ports, its exportTo, and the egress hosts of their Sidecar.`;
}

function meantBy(names: readonly MeshService[]): readonly string[] {
  return [...new Set(names.flatMap(({ externalName }) => externalName ?? []))];
}

function reasonOf(seen: Seen): string {
  const { causes, subject } = seen;
  const [cause, ...others] = causes;
  const them = subject.hosts?.length === 1 ? 'it' : 'them';
  if (cause === undefined)
    return `No manifest was changed: with its new release, istiod no longer shows ${them} to these namespaces.`;
  if (others.length > 0) return `The changes take ${them} from these namespaces.`;
  const name = resourceText(cause);
  if (cause.kind === 'Namespace') return `${name} is of another revision of Istio now, which is not told of ${them}.`;
  if (cause.kind === 'Sidecar') {
    return {
      added: `${name} is new and does not import ${them}.`,
      modified: wasGoverned(seen, cause)
        ? `${name} does not import ${them} any more.`
        : `${name} governs these pods now, and does not import ${them}.`,
      removed: `${name}, which imported ${them}, is gone, and what governs instead does not.`,
    }[cause.change];
  }
  if (isOfIstio(cause)) {
    const what = { added: 'is new', modified: 'was edited', removed: 'is gone' }[cause.change];
    return `${name} ${what}, and istiod no longer shows ${them} to these namespaces.`;
  }
  return {
    added: `${name} is new and takes the place of what declared ${them}.`,
    modified: `${name} does not declare ${them} for these namespaces any more.`,
    removed: `${name}, which ${declaresAll(seen, cause) ? `declared ${them}` : `took the calls to ${them}`}, is gone.`,
  }[cause.change];
}

/** Whether the Sidecar governed the pods before as well, rather than others. */
function wasGoverned({ before, groupClass }: Seen, sidecar: CauseSource): boolean {
  const { chosen } = before.simulation.choice(groupClass.asked);
  return chosen !== null && chosen.namespace === sidecar.namespace && chosen.name === sidecar.name;
}

/** Of several entries that take one place, calls to the hosts of all end at one. */
function declaresAll({ subject }: Seen, { resource }: CauseSource): boolean {
  return resource?.kind !== 'ServiceEntry' || (subject.hosts ?? []).every(host => resource.hosts.includes(host));
}

function fateOf({ change, subject, after, causes }: Seen): string {
  const host = change?.question.host ?? subject.hosts?.[0] ?? 'it';
  if (causes.length === 1 && causes.some(cause => cause.kind === 'Service' && cause.change === 'removed')) {
    return 'The cluster does not resolve its name any more, so calls by name fail wherever they are made.';
  }
  switch (change?.after.kind) {
    case 'passthrough':
      return 'Calls still leave the mesh, but past all that it does for configured hosts: no policy, no metrics by host.';
    case 'delivered': {
      const taker = after.serviceBehind(change.groupClass.asked, change.after);
      const name = taker === null ? 'another destination' : resourceText(taker.resource);
      const isDialled = change.question.host !== null && isCovered(taker, change.question);
      return `Calls to ${host} are taken by ${name} now${isDialled ? ', which connects to the address that is dialled' : ''}.`;
    }
    case 'blackhole':
      return 'The outbound policy is REGISTRY_ONLY, so the sidecar refuses calls to what it does not know.';
    default:
      return 'Calls now fail.';
  }
}

function fixFor(seen: Seen): string {
  const { causes, subject, before, groupClass } = seen;
  const sidecar = causes.find(isStandingSidecar);
  if (causes[0]?.kind === 'Namespace') return 'Label what declares it for that revision as well, or for none.';
  if (sidecar === undefined) return entryFix(seen);
  const configured = before.configured(groupClass.asked);
  const entries = (subject.hosts ?? []).map(host => {
    const [own] = configured.servicesOf(host);
    const service = own ?? before.simulation.mesh.services.find(candidate => candidate.host === host);
    return `"${service?.namespace ?? '*'}/${host}"`;
  });
  return `Add ${list(entries)} to the egress hosts of ${resourceText(sidecar)}, or make sure that nobody there calls ${entries.length === 1 ? 'it' : 'them'}.`;
}

function entryFix(seen: Seen): string {
  const [cause] = seen.causes;
  if (cause !== undefined && isOfIstio(cause)) {
    return `Export to these namespaces what they call, or leave ${resourceText(cause)} as it was.`;
  }
  switch (cause?.change) {
    case 'removed':
      return declaresAll(seen, cause)
        ? `Keep ${resourceText(cause)} until nobody in these namespaces calls its hosts any more.`
        : 'Keep what declares them until nobody in these namespaces calls them any more.';
    case 'modified':
      return `Leave hosts, ports and exportTo of ${resourceText(cause)} as they were until nobody in these namespaces needs them any more.`;
    case 'added':
      return `Declare port ${seen.subject.port} in ${resourceText(cause)} as well, or keep it from these namespaces with exportTo.`;
    case undefined:
      return egressEntryLost.fix;
  }
}

/** What tells istiod how to read the others, rather than declaring a host. */
function isOfIstio({ resource }: CauseSource): boolean {
  return resource?.kind === 'Installation' || resource?.kind === 'Namespace';
}

function isStandingSidecar({ kind, change }: CauseSource): boolean {
  return kind === 'Sidecar' && change !== 'removed';
}
