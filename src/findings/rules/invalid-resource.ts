import { classFor, type GroupClass } from '../../diff/group-classes.js';
import { outsideGroup } from '../../diff/groups.js';
import { keyOf } from '../../diff/resource-changes.js';
import { sameOwner } from '../../envoy/verdict.js';
import type { Mesh } from '../../mesh/mesh.js';
import type { Invalid } from '../../resources/decode.js';
import { installationKinds } from '../../resources/installation/installation.js';
import { refuserOf, type Refuser } from '../../resources/installation/refuser.js';
import type { Direction } from '../direction.js';
import { yaml } from '../example.js';
import type { ResourceName } from '../finding.js';
import { observeState, type Observation } from '../observation.js';
import type { Rule } from '../rule.js';
import { resourceText } from '../wording.js';

/** A manifest that the cluster would refuse. */
export const invalidResource: Rule = {
  id: 'invalid-resource',
  severities: 'error',
  summary: 'A manifest that the API server or Istio’s webhook would refuse, or that Istio itself cannot read.',
  why:
    'A refused manifest changes nothing in the cluster: what was there before stays in force, and the deployment of ' +
    'the rest may stop half-way. It is left out of the simulation.',
  fix: 'Correct the field that is named; where the API server refuses it, a server-side dry run says the same.',
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
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: STATIK
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: payments
        namespace: shop
      spec:
        hosts: [api.payments.example]
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: NONE
    `,
  },

  observe(direction) {
    const { before, after } = refused(direction);
    const known = new Set(before.map(invalidKey));
    return after
      .filter(invalid => !known.has(invalidKey(invalid)))
      .map(invalid => observation(direction, before, invalid));
  },

  describe({ subject, causes, before }) {
    const [resource] = subject.resources ?? [];
    const [cause] = causes;
    const name = resource === undefined ? 'The manifest' : resourceText(resource);
    const isKept = resource !== undefined && holds(before.simulation.mesh, resource);
    const refuser = cause === undefined ? 'cluster' : refuserOf(cause);
    const { refuses, effect, fix } = words[refuser];
    return {
      title: refuser === 'istiod' ? `${name} cannot be read by istiod` : `${name} would be refused`,
      message:
        `${refuses}: ${cause?.faults.join('; ')}. ` +
        (isKept
          ? `${effect}What base says of it stays in force, and the review goes by that.`
          : effect === ''
            ? 'So it changes nothing, and the review leaves it out.'
            : `${effect}The review leaves it out.`),
      fix,
    };
  },

  gone: ({ subject: { resources } }) =>
    `${resources?.[0] === undefined ? 'The manifest' : resourceText(resources[0])} is no longer refused`,
};

interface Words {
  readonly refuses: string;
  /** What comes of it beside what is said of every refusal; empty where nothing does. */
  readonly effect: string;
  readonly fix: string;
}

// Of istiod: `NewCollection` of `meshwatcher` and, before 1.26, `NewConfigMapWatcher`.
const words: Readonly<Record<Refuser, Words>> = {
  cluster: {
    refuses: 'The cluster does not take it',
    effect: '',
    fix: 'Correct the field that is named; `istioctl analyze` and a server-side dry run say the same.',
  },
  istioctl: {
    refuses: 'The installation stops, as `istioctl` does not take it',
    effect: '',
    fix: 'Correct the field that is named; `istioctl manifest generate` says the same.',
  },
  istiod: {
    refuses: 'The API server takes it, but istiod cannot read it',
    effect: 'A running istiod keeps the MeshConfig that it has; one that restarts takes the defaults. ',
    fix: 'Correct the field that is named; a server-side dry run does not find it.',
  },
};

function refused({ isForward, comparison: { refused: sides } }: Direction) {
  return isForward ? { before: sides.base, after: sides.head } : { before: sides.head, after: sides.base };
}

/** The same refused text is the same fault, wherever its file stands. */
function invalidKey({ kind, namespace, name, faults }: Invalid): string {
  return [kind, namespace, name, ...faults.map(({ message }) => message)].join(' ');
}

function observation(direction: Direction, refusedBefore: readonly Invalid[], invalid: Invalid): Observation {
  const { kind, namespace, name, faults, document } = invalid;
  const [first] = faults;
  if (first === undefined) throw new Error('a refused manifest without a fault');
  const wasThere =
    holds(direction.before.simulation.mesh, invalid) || refusedBefore.some(other => sameOwner(other, invalid));
  return observeState(direction, reachOf(direction, invalid), () => true, {
    severity: 'error',
    ownerHost: null,
    subject: { resources: [{ kind, namespace, name }] },
    knownCauses: [
      {
        kind,
        namespace,
        name,
        change: wasThere ? 'modified' : 'added',
        side: direction.isForward ? 'head' : 'base',
        at: first.at,
        document,
        resource: null,
        faults: faults.map(({ message }) => message),
      },
    ],
  });
}

/** What says how Istio runs decides for the mesh, anything else for its namespace. */
function reachOf({ classes }: Direction, { kind, namespace, name }: Invalid): GroupClass {
  if (installationKinds.has(kind))
    return classFor(
      outsideGroup,
      classes.flatMap(({ groups }) => groups),
      true,
    );
  const group = { namespace: kind === 'Namespace' ? name : namespace, labels: {} };
  return classFor(group, [group], false);
}

/** Whether the mesh has a valid resource of that name. */
function holds({ declared }: Mesh, { kind, namespace, name }: ResourceName): boolean {
  return declared.some(resource => keyOf(resource) === `${kind}/${namespace}/${name}`);
}
