import type { ChangedCall } from '../../diff/changed-calls.js';
import type { GroupClass } from '../../diff/group-classes.js';
import { apparent, sameVerdict } from '../../envoy/verdict.js';
import type { MeshService } from '../../mesh/service.js';
import { isDeclaredElsewhere } from '../declared-elsewhere.js';
import type { Direction } from '../direction.js';
import { yaml } from '../example.js';
import type { Severity } from '../finding.js';
import { observeCall } from '../observation.js';
import { orphans } from '../orphans.js';
import { isConfigured, isSameDestination, reachesItsOwn } from '../ownership.js';
import type { Rule, Seen } from '../rule.js';
import { few, isRule, list, portsText, resourceText } from '../wording.js';

/** A configured host still is configured, but calls to it end elsewhere. */
export const destinationChanged: Rule = {
  id: 'destination-changed',
  severities:
    'error; warning where the call passes through or is led to a host that no manifest declares; notice where a VirtualService, a Gateway API route or the entry itself was edited to say so',
  summary: 'Calls to a host that is configured before and after were delivered and now end somewhere else.',
  why:
    'Which cluster answers for a host depends on every entry that shares its port: an older entry, a conflicting ' +
    'protocol or another server name can take the place of what worked.',
  fix:
    'Look at the call before and after: if that is not meant, give the entries that share the port addresses of their ' +
    'own, or let them agree on one protocol.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: payments
        namespace: shop
      spec:
        hosts: [api.payments.example]
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: DNS
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: payments
        namespace: shop
      spec:
        hosts: [api.payments.example]
        ports: [{ number: 443, name: tls, protocol: HTTP }]
        resolution: DNS
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: payments
        namespace: shop
      spec:
        hosts: [api.payments.example]
        ports: [{ number: 443, name: tls, protocol: HTTPS }]
        resolution: DNS
    `,
  },
  isAboutLoss: true,

  claim(direction, change) {
    const { before, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    if (before.kind !== 'delivered' || after.kind === 'stalled') return null;
    // It reaches its own entry at last: an improvement, which is the capturer's.
    if (reachesItsOwn(direction.after, change, after) && !reachesItsOwn(direction.before, change, before)) return null;
    const severity = severityOf(direction, change);
    if (severity === null) return null;
    return observeCall(direction, change, {
      severity,
      ownerHost: null,
      subject: { hosts: [question.configured ?? ''], port: question.port },
    });
  },

  describe(seen) {
    const { subject, severity } = seen;
    return {
      title: `Calls to ${list(subject.hosts ?? [])} on port ${subject.port} end elsewhere`,
      message: `${reasonOf(seen)} ${fateOf(seen)}`,
      fix: severity === 'notice' ? 'Nothing to do, if the edit means that.' : fixFor(seen),
    };
  },

  titleOfAll: ({ hosts, ports }) => `Calls to ${few(hosts)} on ${portsText(ports)} end elsewhere`,

  gone({ changes, subject, before, after }) {
    const arrived = changes.filter(
      change => reachesItsOwn(before, change, change.before) && !reachesItsOwn(after, change, change.after),
    );
    if (arrived.length === 0) return null;
    const hosts = [...new Set(arrived.flatMap(({ question }) => question.configured ?? []))];
    const kinds = [...new Set(arrived.map(({ question }) => kindWords[question.kind]))];
    const what = kinds.length === 1 ? (kinds[0] ?? '') : 'Calls';
    return `${what} to ${list(hosts)} on port ${subject.port} ${kinds.length === 1 ? 'reaches' : 'reach'} ${hosts.length === 1 ? 'its own entry' : 'their own entries'} at last`;
  },
};

const kindWords = { tls: 'TLS', http: 'Plain HTTP', tcp: 'Plain TCP' } as const;

/** null: the two are one destination under another name, or another rule says what becomes of the call. */
function severityOf(direction: Direction, change: ChangedCall): Severity | null {
  const { groupClass, before, after } = change;
  const former = direction.before.serviceBehind(groupClass.asked, before);
  const now = direction.after.serviceBehind(groupClass.asked, after);
  const isSplit = before.weights !== null || after.weights !== null;
  if (!isSplit && former !== null && now !== null && isSameDestination(former, now)) return null;
  if (answered.has(after.kind) && isRuleEdit(direction, change)) return 'notice';
  if (after.kind === 'missing-cluster' && isSaidOfCluster(direction, groupClass, after.cluster)) return null;
  if (after.kind === 'missing-cluster' && isDeclaredElsewhere(direction.comparison, after.cluster)) return 'warning';
  if (after.kind !== 'passthrough' && after.kind !== 'delivered') return 'error';
  if (isOwnEdit(direction, change, former, now)) return 'notice';
  return after.kind === 'passthrough' ? 'warning' : 'error';
}

/** Where calls are led to a cluster that is not there for the first time, missing-cluster says it. */
function isSaidOfCluster({ before, after }: Direction, groupClass: GroupClass, cluster: string | null): boolean {
  return cluster !== null && orphans(after, groupClass).has(cluster) && !orphans(before, groupClass).has(cluster);
}

/** What a rule can mean to do with a call; 404s and missing clusters are nobody's wish. */
const answered: ReadonlySet<string> = new Set(['delivered', 'passthrough', 'redirect', 'direct-response']);

/** Whether a VirtualService that led the call, or leads it now, was edited, and without that the call ends where it did. */
function isRuleEdit(
  { isForward, comparison }: Direction,
  { groupClass, question, before, after }: ChangedCall,
): boolean {
  if (!isForward) return false;
  const keys = [before.via, after.via].flatMap(via =>
    via === null ? [] : [`${via.kind}/${via.namespace}/${via.name}`],
  );
  return comparison.resourceChanges.some(
    edit =>
      keys.includes(edit.key) &&
      sameVerdict(apparent(comparison.counterfactuals.without([edit]).ask(groupClass.asked, question)), before),
  );
}

/**
 * Whether who owns the host has said something else about it: its entry was edited, or replaced in its namespace, and
 * without that the call ends where it did.
 */
function isOwnEdit(
  { isForward, after, comparison }: Direction,
  { groupClass, question, before: verdict }: ChangedCall,
  former: MeshService | null,
  now: MeshService | null,
): boolean {
  if (!isForward || former === null || question.configured === null) return false;
  if (former.host !== question.configured && !former.aliases.includes(question.configured)) return false;
  const entries = after.configured(groupClass.asked).servicesOf(question.configured);
  if (now !== null && !entries.includes(now)) return false;
  if (!entries.some(({ namespace, resource }) => namespace === former.namespace && resource !== former.resource)) {
    return false;
  }
  const edit = comparison.resourceChanges.find(({ base }) => base === former.resource);
  if (edit === undefined) return false;
  return sameVerdict(apparent(comparison.counterfactuals.without([edit]).ask(groupClass.asked, question)), verdict);
}

function reasonOf({ causes, severity, subject: { hosts } }: Seen): string {
  const [cause, ...others] = causes;
  const isOne = hosts?.length === 1;
  if (cause !== undefined && isRule(cause) && others.length === 0) {
    const name = resourceText(cause);
    return {
      added: `${name} is new and leads the calls.`,
      modified: `${name} leads the calls otherwise than before.`,
      removed: `${name}, which led the calls, is gone.`,
    }[cause.change];
  }
  return severity === 'notice'
    ? `What declares ${isOne ? 'the host' : 'the hosts'} was edited, and the calls follow the edit.`
    : `${isOne ? 'The host is' : 'The hosts are'} configured before and after.`;
}

function fixFor({ causes }: Seen): string {
  const [cause] = causes;
  return cause !== undefined && isRule(cause) && cause.change !== 'removed'
    ? `Look at the call before and after: if that is not meant, correct the routes of ${resourceText(cause)}.`
    : destinationChanged.fix;
}

function fateOf({ change, severity, after }: Seen): string {
  switch (change?.after.kind) {
    case 'passthrough':
      return 'The sidecar no longer recognises them: they leave the mesh unmanaged, to the address that is dialled.';
    case 'delivered': {
      const taker = after.serviceBehind(change.groupClass.asked, change.after);
      return `Calls to ${change.question.host ?? 'it'} are taken by ${taker === null ? 'another destination' : resourceText(taker.resource)} now.`;
    }
    case 'blackhole':
      return 'The sidecar no longer recognises them, and REGISTRY_ONLY refuses what it does not recognise.';
    case 'missing-cluster':
      return severity === 'warning'
        ? 'They are led to a host that no manifest here declares: unless something outside this repository does, they fail.'
        : 'The sidecar is sent to a cluster that it does not have.';
    default:
      return 'Calls now fail.';
  }
}
