import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningSidecar } from '../src/envoy/sidecar.js';
import { whyTableRejected } from '../src/envoy/rejected-tables.js';
import { BLACKHOLE } from '../src/proxy/cluster-name.js';
import type { Listener } from '../src/proxy/listener.js';
import { ask } from './ask.js';
import { arrivalsOf } from './arrival.js';
import { startBackends } from './backends.js';
import { questionText, type Dialect, type Question } from './question.js';
import { startEnvoy, type RunningEnvoy } from './running-envoy.js';

/** What one sidecar was asked, and where Envoy and we disagree. */
export interface Judgement {
  readonly asked: readonly Dialect[];
  readonly listeners: number;
  /** Listeners that Envoy refused, with its reason. */
  readonly refused: ReadonlyMap<string, string>;
  /** Listeners on real sockets, which are reached as captured traffic is. */
  readonly bound: number;
  readonly disagreements: readonly string[];
}

/** Starts an Envoy on what the sidecar is told, and holds its answers against ours. */
export async function judge(
  binary: string,
  sidecar: RunningSidecar,
  questions: readonly Question[],
): Promise<Judgement> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  const { configuration } = sidecar;
  const backends = await startBackends(
    folder,
    [...configuration.clusters().keys()].filter(name => name !== BLACKHOLE),
  );
  try {
    const envoy = await startEnvoy(binary, folder, configuration, backends.sockets);
    try {
      const isSilent = ({ dialect }: Question) => dialect === 'server-first';
      const disagreements = [
        ...refusals(sidecar, envoy),
        ...(await compare(
          sidecar,
          envoy,
          questions.filter(question => !isSilent(question)),
        )),
      ];
      backends.greet();
      disagreements.push(...(await compare(sidecar, envoy, questions.filter(isSilent))));
      return {
        asked: questions.map(({ dialect }) => dialect),
        listeners: configuration.listeners.length,
        refused: envoy.refusedListeners,
        bound: configuration.listeners.filter(({ bindToPort, port, useOriginalDst }) => {
          return bindToPort && port > 0 && !useOriginalDst;
        }).length,
        disagreements,
      };
    } finally {
      await envoy.stop();
    }
  } finally {
    await backends.close();
    rmSync(folder, { recursive: true });
  }
}

/** Listeners and route tables that one side refuses and the other does not. */
function refusals({ configuration, rejections }: RunningSidecar, envoy: RunningEnvoy): readonly string[] {
  // virtualOutbound is on a Unix socket here, so nothing can have its address.
  const ours = new Map(
    [...rejections]
      .filter(([{ useOriginalDst }]) => !useOriginalDst)
      .map(([{ name }, rejection]) => [name, rejection.kind]),
  );
  return [
    ...[...envoy.refusedListeners]
      .filter(([name]) => !ours.has(name))
      .map(([name, why]) => `listener ${name}: we accept it, Envoy refuses it: ${why}`),
    ...[...ours]
      .filter(([name]) => !envoy.refusedListeners.has(name))
      .map(([name, why]) => `listener ${name}: we refuse it (${why}), Envoy accepts it`),
    ...configuration.routeNames.flatMap(name => {
      const why = whyTableRejected(configuration.routeTable(name));
      // Envoy never asks for the tables of a listener that it refuses.
      const isAsked = configuration.listeners.some(listener => {
        return !envoy.refusedListeners.has(listener.name) && namesTable(listener, name);
      });
      if (!isAsked || (why !== null) === envoy.refusedTables.has(name)) return [];
      return [`route table ${name}: we ${why === null ? 'accept' : 'refuse'} it, Envoy does not`];
    }),
  ];
}

function namesTable({ chains, defaultChain }: Listener, table: string): boolean {
  const all = defaultChain === null ? chains : [...chains, defaultChain];
  return all.some(({ destination }) => destination.kind === 'routes' && destination.name === table);
}

async function compare(
  sidecar: RunningSidecar,
  envoy: RunningEnvoy,
  questions: readonly Question[],
): Promise<readonly string[]> {
  const clusters = sidecar.configuration.clusters();
  const compared = await Promise.all(
    questions.map(async question => {
      const expected = arrivalsOf(sidecar.answer(question.call), name => clusters.has(name));
      const arrived = await ask(question, envoy, expected.includes('nothing'));
      if (expected.includes(arrived)) return [];
      return [`${questionText(question)}: we say ${expected.join(' or ')}, Envoy ${arrived}`];
    }),
  );
  return compared.flat();
}
