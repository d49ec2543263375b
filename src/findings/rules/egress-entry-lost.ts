import { observeCall } from '../observation.js';
import { isConfigured } from '../ownership.js';
import type { Rule } from '../rule.js';
import { list } from '../wording.js';

/** A host that a group had configured is not configured for it any more. */
export const egressEntryLost: Rule = {
  id: 'egress-entry-lost',
  severities: 'error; warning where the call still leaves the mesh unchanged',
  summary: 'A host and port that a namespace had configured is no longer configured for it, and calls to it change.',
  why:
    'A sidecar only knows the hosts that its Sidecar resource imports and that are exported to it. Calls to others are ' +
    'unknown traffic: they pass through unmanaged, are closed under REGISTRY_ONLY, or fall to whatever entry takes ' +
    'every connection on that port.',
  fix:
    'Add the host to the egress hosts of the Sidecar that governs the namespace (for example default/www.example.com), ' +
    'or stop calling it before the entry goes.',

  claim(direction, change) {
    if (!isConfigured(direction.before, change) || isConfigured(direction.after, change)) return null;
    const { question, before, after } = change;
    return observeCall(direction, change, {
      severity: after.kind === 'passthrough' ? 'warning' : 'error',
      ownerHost: null,
      subject: { hosts: [question.configured ?? ''], port: question.port },
      hints: [before.owner],
    });
  },

  describe({ subject, change, severity, causes }) {
    const hosts = subject.hosts ?? [];
    const isSidecar = causes.some(({ kind }) => kind === 'Sidecar');
    const fate =
      severity === 'warning'
        ? 'Calls still leave the mesh, unmanaged, to the address that is dialled.'
        : change?.after.kind === 'delivered'
          ? `Calls now end at ${change.after.cluster ?? 'another cluster'}, which is not theirs.`
          : 'Calls now fail.';
    return {
      title: `${list(hosts)} on port ${subject.port} ${hosts.length === 1 ? 'is' : 'are'} no longer configured`,
      message: `${isSidecar ? 'The Sidecar no longer imports' : 'Nothing declares any more, for these namespaces,'} ${list(hosts)}. ${fate}`,
      fix: egressEntryLost.fix,
    };
  },

  gone: ({ subject }) => `${list(subject.hosts ?? [])} on port ${subject.port} is configured now`,
};
