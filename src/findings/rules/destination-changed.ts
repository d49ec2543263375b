import { observeCall } from '../observation.js';
import type { Direction } from '../direction.js';
import type { ChangedCall } from '../../diff/changed-calls.js';
import { isConfigured } from '../ownership.js';
import type { Severity } from '../finding.js';
import type { Rule } from '../rule.js';

/** A configured host still is configured, but calls to it end elsewhere. */
export const destinationChanged: Rule = {
  id: 'destination-changed',
  severities: 'error; warning where the call passes through; notice where the entry itself was edited to say so',
  summary: 'Calls to a host that is configured before and after were delivered and now end somewhere else.',
  why:
    'Which cluster answers for a host depends on every entry that shares its port: an older entry, a conflicting ' +
    'protocol or another server name can take the place of what worked.',
  fix: 'Look at the before and after of the call: if that is not meant, give the entries that share the port addresses of their own, or let them agree on one protocol.',

  claim(direction, change) {
    const { before, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    if (before.kind !== 'delivered' || after.kind === 'stalled') return null;
    const severity = severityOf(direction, change);
    if (severity === null) return null;
    return observeCall(direction, change, {
      severity,
      ownerHost: question.configured,
      subject: { hosts: [question.configured ?? ''], port: question.port },
    });
  },

  describe({ subject, severity }) {
    const host = subject.hosts?.[0] ?? '';
    return {
      title: `calls to ${host}:${subject.port} end elsewhere`,
      message:
        severity === 'notice'
          ? `What declares ${host} was edited, and calls to it follow the edit.`
          : `${host} is configured for these namespaces before and after, but calls to it no longer arrive where they did.`,
      fix: destinationChanged.fix,
    };
  },

  gone: () => null,
};

/** null: the two are one destination under another name. */
function severityOf(direction: Direction, { groupClass, question, before, after }: ChangedCall): Severity | null {
  const old = direction.before.serviceBehind(groupClass.asked, before);
  const now = direction.after.serviceBehind(groupClass.asked, after);
  const isOwn = old !== null && (old.host === question.configured || old.aliases.includes(question.configured ?? ''));
  const entries = direction.after.configured(groupClass.asked).servicesOf(question.configured ?? '');
  // The entry stands in one namespace throughout: who owns the host has said something else about it.
  const isEdited = isOwn && entries.some(entry => entry.namespace === old.namespace && entry.resource !== old.resource);

  if (after.kind === 'delivered' && now !== null && isEdited && entries.includes(now)) {
    const isRenamed =
      now.resolution === old.resolution && JSON.stringify(now.endpoints) === JSON.stringify(old.endpoints);
    return isRenamed ? null : 'notice';
  }
  if (after.kind === 'passthrough') return isEdited ? 'notice' : 'warning';
  return 'error';
}
