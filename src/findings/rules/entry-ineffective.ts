import type { Comparison } from '../../diff/comparison.js';
import { classFor } from '../../diff/group-classes.js';
import { keyOf, type ResourceChange } from '../../diff/resource-changes.js';
import type { Side } from '../../diff/side.js';
import type { Resource, ServiceEntry } from '../../resources/resource.js';
import { sourceOf } from '../cause-source.js';
import type { Direction } from '../direction.js';
import { documents, yaml } from '../example.js';
import type { ResourceName } from '../finding.js';
import { idlenessOn, type Idleness } from '../idle-entries.js';
import { observeState, type Observation } from '../observation.js';
import type { Rule } from '../rule.js';
import { list, resourceText } from '../wording.js';

const sidecar = yaml`
  apiVersion: networking.istio.io/v1
  kind: Sidecar
  metadata:
    name: default
    namespace: shop
  spec:
    egress:
      - hosts: ["./*"]
`;

/** An entry that somebody writes to no effect. */
export const entryIneffective: Rule = {
  id: 'entry-ineffective',
  severities: 'warning',
  summary: 'No sidecar sends anything to a ServiceEntry that is new or changed, and no other rule says why.',
  why:
    'An entry that is exported to nobody, that no Sidecar imports, or whose places others have, is no error to Istio. ' +
    'It looks as if the host were configured, and calls to it are unknown traffic or go elsewhere.',
  fix: 'Export the entry to those who call the host and import it in their Sidecars, or remove it.',
  example: {
    base: sidecar,
    head: documents(
      sidecar,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: payments
          namespace: partners
        spec:
          hosts: [api.payments.example]
          ports: [{ number: 443, name: tls, protocol: TLS }]
          resolution: DNS
          exportTo: [shop]
      `,
    ),
    silent: documents(
      sidecar,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: payments
          namespace: shop
        spec:
          hosts: [api.payments.example]
          ports: [{ number: 443, name: tls, protocol: TLS }]
          resolution: DNS
          exportTo: [shop]
      `,
    ),
  },

  observe(direction, said) {
    const isSaid = saidOf(said);
    const idleness = idlenessOn(direction.after, direction.classes, entriesOf(direction.comparison.resourceChanges));
    return direction.comparison.resourceChanges.flatMap(change => {
      const entry = direction.isForward ? change.head : change.base;
      if (entry?.kind !== 'ServiceEntry' || isSaid(entry) || idleness(entry) === null) return [];
      if (isIdle(direction.before, direction, change)) return [];
      const seen = observation(direction, change, entry);
      return isOwnDoing(direction.comparison, change, seen) ? [seen] : [];
    });
  },

  describe(seen) {
    const { causes, after, classes, subject } = seen;
    const [cause] = causes;
    const entry = declaredAs(cause, after);
    if (cause === undefined || entry?.kind !== 'ServiceEntry') throw new Error('an idle entry that is none');
    const idleness = idlenessOn(after, classes, [entry])(entry);
    const { message, fix } = reasons(idleness, list(subject.hosts ?? []));
    return { title: `No sidecar sends anything to ${resourceText(cause)}`, message, fix };
  },

  gone({ causes: [cause], before }) {
    if (cause === undefined) return null;
    const name = resourceText(cause);
    return declaredAs(cause, before) === undefined
      ? `${name}, to which no sidecar sent anything, is gone`
      : `Sidecars send traffic to ${name} now`;
  },
};

/**
 * Whether the entry is idle by its own change: what is there for the first time is, and an edited one that would not be
 * without the edit. In a change in bulk not each is worth a side of its own.
 */
function isOwnDoing({ counterfactuals }: Comparison, change: ResourceChange, { isAsBase }: Observation): boolean {
  if (change.base === null || change.head === null || !counterfactuals.isWorthwhile([change])) return true;
  return isAsBase(counterfactuals.without([change]));
}

function observation(direction: Direction, change: ResourceChange, entry: ServiceEntry): Observation {
  const group = { namespace: entry.namespace, labels: {} };
  return observeState(direction, classFor(group, [group], false), side => isIdle(side, direction, change), {
    severity: 'warning',
    ownerHost: null,
    subject: { hosts: entry.hosts },
    knownCauses: [sourceOf(change)],
  });
}

/** Whether a rule has something to say of the entry, or of a host of it. */
function saidOf(said: readonly Observation[]): (entry: ServiceEntry) => boolean {
  const hosts = new Set(said.flatMap(({ subject }) => subject.hosts ?? []));
  const resources = new Set(
    said.flatMap(({ subject }) =>
      (subject.resources ?? []).map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`),
    ),
  );
  return entry => resources.has(keyOf(entry)) || entry.hosts.some(host => hosts.has(host));
}

/** Whether the side has the entry, in either form, and it is idle there. */
function isIdle(side: Side, { classes }: Direction, change: ResourceChange): boolean {
  const there = entriesOf([change]).filter(entry => side.simulation.mesh.declared.includes(entry));
  const idleness = idlenessOn(side, classes, there);
  return there.some(entry => idleness(entry) !== null);
}

function entriesOf(changes: readonly ResourceChange[]): readonly ServiceEntry[] {
  return changes.flatMap(({ base, head }) => [base, head]).filter(resource => resource?.kind === 'ServiceEntry');
}

function declaredAs(name: ResourceName | undefined, { simulation }: Side): Resource | undefined {
  const key = name === undefined ? '' : `${name.kind}/${name.namespace}/${name.name}`;
  return simulation.mesh.declared.find(resource => keyOf(resource) === key);
}

function reasons(idleness: Idleness | null, hosts: string): { readonly message: string; readonly fix: string } {
  switch (idleness?.kind) {
    case 'unexported':
      return {
        message: `It is exported to no namespace, so calls to ${hosts} are what they would be without it.`,
        fix: 'Name the namespaces that call it in exportTo, or remove the entry.',
      };
    case 'unimported':
      return {
        message: `No Sidecar of the namespaces that may see it imports ${hosts}, so calls are what they would be without it.`,
        fix: `Import ${hosts} in the Sidecars of those who call it, or remove the entry.`,
      };
    case 'lost': {
      const winners = [...new Map(idleness.to.map(({ resource }) => [keyOf(resource), resource])).values()];
      return {
        message: `Wherever it is imported, ${list(winners.map(resourceText))} ${winners.length === 1 ? 'has' : 'have'} what it asks for: the same host, or the same place on a listener.`,
        fix: 'Give the entry a host, an address or a port of its own, or remove it.',
      };
    }
    default:
      return {
        message: 'Sidecars import it, but Istio makes no listener and no route that leads there.',
        fix: 'Give the entry another port, or addresses, or remove it.',
      };
  }
}
