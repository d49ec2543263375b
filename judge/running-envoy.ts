import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, openSync, closeSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProxyConfiguration } from '../src/proxy/configuration.js';
import type { Json } from '../src/report/conformance.js';
import type { Entry } from './ask.js';
import { envoyListener } from './listeners.js';
import { routeConfiguration } from './route-config.js';

/** A real Envoy that was told what we think istiod tells a sidecar. */
export interface RunningEnvoy extends Entry {
  /** Listeners that it refused, by name, with its reason. */
  readonly refusedListeners: ReadonlyMap<string, string>;
  /** Route tables that it refused. */
  readonly refusedTables: ReadonlySet<string>;
  stop(): Promise<void>;
}

const START_MS = 20_000;

/** None outlives the judge, however that ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

/**
 * Starts an Envoy on the configuration. Listeners and tables come from files, each table from one of its own, so that
 * one that is refused takes no other with it, as over istiod's stream.
 *
 * @param backends the socket of each cluster
 */
export async function startEnvoy(
  binary: string,
  folder: string,
  configuration: ProxyConfiguration,
  backends: ReadonlyMap<string, string>,
): Promise<RunningEnvoy> {
  const tables = new Map(configuration.routeNames.map((name, at) => [name, `${folder}/r${at}.json`]));
  const sockets = new Map(configuration.listeners.map(({ address }, at) => [address, `${folder}/u${at}`]));
  const places = {
    entry: `${folder}/entry`,
    unix: (address: string) => sockets.get(address) ?? '',
    table: (name: string) => tables.get(name) ?? '',
  };
  for (const [name, path] of tables) write(path, discovery([routeConfiguration(configuration.routeTable(name))]));
  write(`${folder}/lds.json`, discovery(configuration.listeners.map(listener => envoyListener(listener, places))));
  write(`${folder}/envoy.json`, bootstrap(folder, backends));

  const log = openSync(`${folder}/log`, 'w');
  const options = ['--concurrency', '1', '--disable-hot-restart', '--log-level', 'warning'];
  const child = spawn(binary, ['--config-path', `${folder}/envoy.json`, ...options], { stdio: ['ignore', log, log] });
  closeSync(log);
  running.add(child);
  child.once('exit', () => running.delete(child));
  const stop = () => ended(child);
  try {
    await live(child, folder);
    const [dump, stats] = await Promise.all([
      get(folder, '/config_dump?resource=dynamic_listeners'),
      get(folder, '/stats?filter=%5C.rds%5C..*%5C.update_rejected'),
    ]);
    return {
      captured: places.entry,
      unix: places.unix,
      refusedListeners: refusedIn(dump),
      refusedTables: new Set([...tables.keys()].filter(name => isRejected(stats, name))),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every cluster leads to a backend, but for the one that leads nowhere; the way to its endpoints is not asked. */
function bootstrap(folder: string, backends: ReadonlyMap<string, string>): Json {
  return {
    node: { id: 'judge', cluster: 'judge' },
    admin: { address: { pipe: { path: `${folder}/admin` } } },
    static_resources: {
      clusters: [
        { name: 'BlackHoleCluster', type: 'STATIC', connect_timeout: '10s' },
        ...[...backends].map(([name, path]) => ({
          name,
          type: 'STATIC',
          connect_timeout: '10s',
          load_assignment: {
            cluster_name: name,
            endpoints: [{ lb_endpoints: [{ endpoint: { address: { pipe: { path } } } }] }],
          },
        })),
      ],
    },
    dynamic_resources: {
      lds_config: { path_config_source: { path: `${folder}/lds.json` }, resource_api_version: 'V3' },
    },
  };
}

function discovery(resources: readonly Json[]): Json {
  return { version_info: '1', resources };
}

function write(path: string, json: Json): void {
  writeFileSync(path, JSON.stringify(json));
}

async function live(child: ChildProcess, folder: string): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && child.exitCode === null) {
    if ((await get(folder, '/ready').catch(() => '')).startsWith('LIVE')) return;
    await sleep(10);
  }
  throw new Error(`Envoy did not start:\n${readFileSync(`${folder}/log`, 'utf8').slice(-4000)}`);
}

function get(folder: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath: `${folder}/admin`, path }, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end();
  });
}

function refusedIn(dump: string): ReadonlyMap<string, string> {
  interface Dumped {
    readonly configs?: readonly {
      readonly error_state?: { readonly details: string; readonly failed_configuration: { readonly name: string } };
    }[];
  }
  const { configs = [] } = JSON.parse(dump) as Dumped;
  return new Map(
    configs.flatMap(({ error_state: error }) =>
      error === undefined ? [] : [[error.failed_configuration.name, error.details] as const],
    ),
  );
}

/** `http.http.rds.9080.update_rejected: 1`; colons of names are underscores. */
function isRejected(stats: string, table: string): boolean {
  const line = stats.split('\n').find(text => text.startsWith(`http.http.rds.${table.replaceAll(':', '_')}.update_`));
  return line !== undefined && !line.endsWith(': 0');
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
