import { classFor } from '../../diff/group-classes.js';
import { keyOf } from '../../diff/resource-changes.js';
import { sameOwner } from '../../envoy/verdict.js';
import type { Mesh } from '../../mesh/mesh.js';
import type { Invalid } from '../../resources/decode.js';
import type { Direction } from '../direction.js';
import type { ResourceName } from '../finding.js';
import { observeState, type Observation } from '../observation.js';
import type { Rule } from '../rule.js';
import { resourceText } from '../wording.js';

/** A manifest that the cluster would refuse. */
export const invalidResource: Rule = {
  id: 'invalid-resource',
  severities: 'error',
  summary: 'A manifest that the API server or Istio’s webhook would refuse.',
  why:
    'A refused manifest changes nothing in the cluster: what was there before stays in force, and the deployment of ' +
    'the rest may stop half-way. It is left out of the simulation.',
  fix: 'Correct the field that is named; `istioctl analyze` and a server-side dry run say the same.',

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
    const isKept = resource !== undefined && holds(before.simulation.mesh, resource);
    return {
      title: `${resource === undefined ? 'The manifest' : resourceText(resource)} would be refused`,
      message:
        `${resource?.kind === 'ConfigMap' ? 'The control plane cannot read it' : 'The cluster does not take it'}: ${cause?.faults.join('; ')}. ` +
        (isKept
          ? 'What base says of it stays in force, and the review goes by that.'
          : 'So it changes nothing, and the review leaves it out.'),
      fix: invalidResource.fix,
    };
  },

  gone: ({ subject: { resources } }) =>
    `${resources?.[0] === undefined ? 'The manifest' : resourceText(resources[0])} is no longer refused`,
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
  const group = { namespace: kind === 'Namespace' ? name : namespace, labels: {} };
  const [first] = faults;
  if (first === undefined) throw new Error('a refused manifest without a fault');
  const wasThere =
    holds(direction.before.simulation.mesh, invalid) || refusedBefore.some(other => sameOwner(other, invalid));
  return observeState(direction, classFor(group, [group], false), () => true, {
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

/** Whether the mesh has a valid resource of that name. */
function holds({ declared }: Mesh, { kind, namespace, name }: ResourceName): boolean {
  return declared.some(resource => keyOf(resource) === `${kind}/${namespace}/${name}`);
}
