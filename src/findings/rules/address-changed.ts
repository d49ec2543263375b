import { fateWords } from '../fate-words.js';
import { observeCall } from '../observation.js';
import { reachesItsOwn } from '../ownership.js';
import type { Rule, Seen } from '../rule.js';
import { list } from '../wording.js';

/** A configured host has other addresses than before, and calls that dial something else than its own end elsewhere. */
export const addressChanged: Rule = {
  id: 'address-changed',
  severities: 'notice',
  summary:
    'A configured host has other addresses than before, and calls to it that dial a former address, or any other, end elsewhere.',
  why:
    'The addresses of a ServiceEntry change no DNS answer. They tell the sidecar which connections are meant: an entry ' +
    'without any takes its port on every address, one with addresses takes it there alone. Clients dial what DNS tells ' +
    'them, so both have to agree.',
  fix:
    'See what the host resolves to where its clients run. If that is not among the addresses of the entry, add it, or ' +
    'let the sidecars answer DNS (proxyMetadata ISTIO_META_DNS_CAPTURE).',
  isAboutLoss: true,
  isAboutAddresses: true,

  claim(direction, change) {
    const { question, before } = change;
    if (question.address === null) return null;
    // What arrives at its own entry now, though it dials something else, is better off.
    if (!direction.isForward && !reachesItsOwn(direction.before, change, before)) return null;
    if (direction.isForward && reachesItsOwn(direction.after, change, change.after)) return null;
    return observeCall(direction, change, {
      severity: 'notice',
      ownerHost: null,
      subject: { hosts: [question.configured ?? ''], port: question.port },
    });
  },

  describe: seen => ({
    title: `${calledIn(seen)} end elsewhere`,
    message: `Clients dial what DNS tells them, which no manifest here changes.${seen.change === null ? '' : ` ${fateWords(seen.change)}`}`,
    fix: addressChanged.fix,
  }),

  gone: seen => `${calledIn(seen)} reach ${seen.subject.hosts?.length === 1 ? 'its own entry' : 'their own entries'}`,
};

function calledIn({ subject, changes, before }: Seen): string {
  const hosts = subject.hosts ?? [];
  const dialled = [...new Set(changes.flatMap(({ question }) => question.address ?? []))];
  const named = dialled.filter(address => !before.isForeign(address)).sort();
  const other = named.length === dialled.length ? [] : [`any address but ${hosts.length === 1 ? 'its' : 'their'} own`];
  return `Calls to ${list(hosts)} on port ${subject.port} that dial ${list([...other, ...named])}`;
}
