import type { Invalid } from '../../resources/decode.js';
import type { GroupClass } from '../../diff/group-classes.js';
import { observeState, type Observation } from '../observation.js';
import type { Direction } from '../direction.js';
import type { Rule } from '../rule.js';

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
    return after.filter(invalid => !known.has(invalidKey(invalid))).map(invalid => observation(direction, invalid));
  },

  describe({ subject, causes }) {
    const [resource] = subject.resources ?? [];
    const [cause] = causes;
    return {
      title: `${resource?.kind ?? 'the manifest'} ${resource?.namespace}/${resource?.name} would be refused`,
      message: `${cause?.faults.join('; ')}. Until that is mended the cluster keeps what it has.`,
      fix: invalidResource.fix,
    };
  },

  gone: ({ subject }) => `${subject.resources?.[0]?.namespace}/${subject.resources?.[0]?.name} is no longer refused`,
};

function refused({ isForward, comparison: { refused: sides } }: Direction) {
  return isForward ? { before: sides.base, after: sides.head } : { before: sides.head, after: sides.base };
}

/** The same refused text is the same fault, wherever its file stands. */
function invalidKey({ kind, namespace, name, faults }: Invalid): string {
  return [kind, namespace, name, ...faults.map(({ message }) => message)].join(' ');
}

function observation(direction: Direction, { kind, namespace, name, faults, document }: Invalid): Observation {
  const group = { namespace, labels: {} };
  const own: GroupClass = { asked: group, groups: [group], reachesOutside: false };
  const [first] = faults;
  if (first === undefined) throw new Error('a refused manifest without a fault');
  const wasThere = direction.before.simulation.mesh.services.some(
    ({ resource }) => resource.kind === kind && resource.namespace === namespace && resource.name === name,
  );
  return observeState(direction, own, () => true, {
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
