import type { Listener } from '../proxy/listener.js';
import type { RunningSidecar } from './sidecar.js';
import { sameVerdict, unknownVerdict } from './verdict.js';

/** One of several sidecars, it is not known which: it answers what all of them do. Its configuration is the first one's. */
export function oneOfSidecars(
  first: RunningSidecar,
  others: readonly RunningSidecar[],
  reason: string,
): RunningSidecar {
  const isRefusedByAll = ({ name }: Listener) =>
    others.every(({ rejections }) => [...rejections.keys()].some(listener => listener.name === name));
  return {
    configuration: first.configuration,
    candidates: [first, ...others].flatMap(({ candidates }) => candidates),
    isSimulated: false,
    rejections: new Map([...first.rejections].filter(([listener]) => isRefusedByAll(listener))),
    refusedFor(call) {
      const refused = first.refusedFor(call);
      return refused !== null && isRefusedByAll(refused) ? refused : null;
    },
    answer(call) {
      const answer = first.answer(call);
      const isCommon = others.every(other => sameVerdict(other.answer(call), answer));
      return isCommon ? answer : unknownVerdict(reason, [], null, () => []);
    },
  };
}

/** What carries the calls of a pod that has no sidecar in ambient mode; the configuration is that of a sidecar in its place. */
export function ambientDataPlane({ configuration, candidates }: RunningSidecar): RunningSidecar {
  return {
    configuration,
    candidates,
    isSimulated: false,
    rejections: new Map(),
    refusedFor: () => null,
    answer: () => unknownVerdict(AMBIENT, [], null, () => []),
  };
}

const AMBIENT = 'the workload is ambient: its calls go through ztunnel and waypoints, which are not simulated';
