import { observeCall } from '../observation.js';
import { declaresHost, isConfigured } from '../ownership.js';
import type { Rule } from '../rule.js';

/** A host that worked is now served by a resource of another namespace. */
export const hostTakenOver: Rule = {
  id: 'host-taken-over',
  severities: 'error',
  summary: 'Calls to a host are delivered to a resource that declares the same host in another namespace than before.',
  why:
    'When several namespaces declare one host, Istio picks one of them for each client: the client’s own namespace, ' +
    'then a Kubernetes Service, then the oldest. A new declaration can win without anyone touching the old one, and ' +
    'its endpoints, not the old ones, then answer for that name.',
  fix:
    'If the takeover is not meant, rename the host, delete the new declaration, or keep it to those who shall use it ' +
    'with exportTo. If it is meant, let the owners of the old declaration approve.',

  claim(direction, change) {
    const { before, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    const winner = direction.after.serviceBehind(change.groupClass.asked, after);
    const loser = direction.before.serviceBehind(change.groupClass.asked, before);
    if (winner === null || loser === null || winner.namespace === loser.namespace) return null;
    if (!declaresHost(winner, question) || !declaresHost(loser, question)) return null;
    return observeCall(direction, change, {
      severity: 'error',
      ownerHost: question.configured,
      subject: {
        hosts: [question.configured ?? winner.host],
        port: question.port,
        resources: after.owner === null ? [] : [after.owner],
      },
    });
  },

  describe({ subject, change }) {
    const host = subject.hosts?.[0] ?? '';
    const [winner] = subject.resources ?? [];
    const loser = change?.before.owner;
    const name = winner === undefined ? 'another resource' : `${winner.kind} ${winner.namespace}/${winner.name}`;
    const old =
      loser === null || loser === undefined ? '' : `, no longer to ${loser.kind} ${loser.namespace}/${loser.name}`;
    return {
      title: `${host}:${subject.port} now belongs to ${name}`,
      message:
        `Several resources declare ${host}, and Istio lets one of them answer. For these namespaces calls to ` +
        `port ${subject.port} now go to what ${name} says${old}.`,
      fix: hostTakenOver.fix,
    };
  },

  gone: ({ subject }) => `${subject.hosts?.[0] ?? ''}:${subject.port} is answered by its former namespace again`,
};
