import type { Side } from '../../diff/side.js';
import { nodeAt } from '../../source/node.js';
import type { CauseSource } from '../cause-source.js';
import type { Suggestion } from '../finding.js';
import { blockListOf } from './block-list.js';

/** More lines than this are a decision, not an edit. */
const MOST_HOSTS = 10;

/** Adds the lost hosts to the Sidecar's last portless egress listener, as base found them. */
export function suggestEgressHosts(cause: CauseSource, hosts: readonly string[], base: Side): Suggestion | null {
  const { resource, document } = cause;
  if (resource?.kind !== 'Sidecar' || hosts.length > MOST_HOSTS) return null;
  const index = resource.egress.findLastIndex(({ port }) => port === null);
  const list = blockListOf(cause, nodeAt(document.root, ['spec', 'egress', index]), 'hosts');
  if (list === null) return null;

  const services = base.configured({ namespace: resource.namespace, labels: resource.workloadSelector ?? {} });
  const entries = hosts.flatMap(host =>
    services
      .servicesOf(host)
      .slice(0, 1)
      .map(({ namespace }) => `${namespace}/${host}`),
  );
  if (entries.length !== hosts.length) return null;

  const quote = /^["']/.exec(list.lastText.slice(list.itemPrefix.length))?.[0] ?? '"';
  const lines = entries.map(entry => `${list.itemPrefix}${quote}${entry}${quote}`);
  return {
    file: document.path,
    line: list.lastLine,
    endLine: list.lastLine,
    replacement: [list.lastText, ...lines].join('\n'),
  };
}
