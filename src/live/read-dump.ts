import { type InputError, inputError } from '../source/problem.js';
import { joined, partsOf, type DumpParts, type DumpText, type SentListener } from './dump-parts.js';
import { whyClusterLeftOut, whyListenerLeftOut, whyTableLeftOut } from './left-out.js';
import type { LeftOut, LiveCluster, LiveListener, LiveNode, LiveSidecar, LiveTable } from './live-sidecar.js';
import { readNode } from './node.js';
import { isSet } from './proto-json.js';
import { readCluster } from './read-cluster.js';
import { readListener } from './read-listener.js';
import { readTable } from './read-routes.js';

/**
 * Reads what the dumps of one sidecar tell of its outbound traffic.
 *
 * @throws InputError for what is no dump, or none of a sidecar.
 */
export function readDump(texts: readonly [DumpText, ...DumpText[]]): LiveSidecar {
  const [first, ...rest] = texts.map(partsOf);
  const parts = rest.reduce(joined, first as DumpParts);
  const node = parts.node === null || !isSet(parts.node) ? null : readNode(parts.node);
  requireSidecar(node);
  if (parts.listeners === null && parts.tables === null && parts.clusters === null) {
    throw faulty(
      'the dump holds neither listeners nor routes nor clusters: take the whole of it, istioctl proxy-config all POD -o json',
    );
  }

  const leftOut: LeftOut[] = [];
  return {
    node,
    listeners: parts.listeners === null ? null : outboundListeners(parts.listeners, leftOut),
    tables: parts.tables === null ? null : outboundTables(parts.tables, leftOut),
    clusters: parts.clusters === null ? null : outboundClusters(parts.clusters, leftOut),
    leftOut,
    pending: (parts.listeners ?? []).flatMap(({ name, state, error }) =>
      state === 'active' ? [] : [{ name, state, error }],
    ),
  };
}

function requireSidecar(node: LiveNode | null): void {
  if (node === null || node.type === null || node.type === 'sidecar') return;
  throw faulty(
    `the dump is of '${node.name ?? ''}', which is no sidecar but a ${node.type}: expected the dump of a pod with a sidecar`,
  );
}

function faulty(message: string): InputError {
  return inputError('field-type', message);
}

function outboundListeners(all: readonly SentListener[], leftOut: LeftOut[]): readonly LiveListener[] {
  return all.flatMap(sent => {
    const read = readListener(sent.message);
    const reason = whyListenerLeftOut(sent, read);
    const name = read === null ? sent.name : sent.name === '' ? `${read.address}:${read.port}` : sent.name;
    if (reason !== null) leftOut.push({ what: 'listener', name, reason });
    return reason !== null || read === null ? [] : [read];
  });
}

function outboundTables(all: NonNullable<DumpParts['tables']>, leftOut: LeftOut[]): ReadonlyMap<string, LiveTable> {
  const tables = new Map<string, LiveTable>();
  for (const { message, isStatic } of all) {
    const table = readTable(message);
    const reason = whyTableLeftOut(table.name, isStatic);
    if (reason === null) tables.set(table.name, table);
    else leftOut.push({ what: 'route table', name: table.name === '' ? 'without a name' : table.name, reason });
  }
  return tables;
}

function outboundClusters(
  all: NonNullable<DumpParts['clusters']>,
  leftOut: LeftOut[],
): ReadonlyMap<string, LiveCluster> {
  const clusters = new Map<string, LiveCluster>();
  for (const { message, isStatic } of all) {
    const cluster = readCluster(message);
    const reason = whyClusterLeftOut(cluster.name, isStatic);
    if (reason === null) clusters.set(cluster.name, cluster);
    else leftOut.push({ what: 'cluster', name: cluster.name, reason });
  }
  return clusters;
}
