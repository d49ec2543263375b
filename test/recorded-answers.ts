import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** One mesh of the recordings, as far as the tests read it; its line is the question. */
export interface RecordedMesh {
  readonly id: string;
  readonly expected: readonly ProxyAnswer[];
}

/** A call as the recordings and cases write it. */
export interface RecordedCall {
  readonly id: string;
  readonly kind: 'tls' | 'http' | 'tcp';
  readonly address: string;
  readonly port: number;
  readonly sni?: string;
  readonly host?: string;
}

/** What a proxy was told and what it did: recorded, or answered by us. */
export interface ProxyAnswer {
  readonly id: string;
  readonly listeners: readonly ListenerAnswer[];
  readonly routes: Readonly<Record<string, TableAnswer>>;
  readonly clusters: Readonly<Record<string, { readonly type: string }>>;
  readonly verdicts?: Readonly<Record<string, unknown>>;
  /** What Envoy refused; a listener that the recorder itself could not ask begins with `(harness)`. */
  readonly rejectedListeners?: readonly { readonly name: string; readonly error: string }[];
}

interface ListenerAnswer {
  readonly name?: string;
  readonly address: string;
  readonly port: number;
  readonly bindToPort?: boolean;
  readonly additionalAddresses?: readonly string[];
  readonly useOriginalDst?: boolean;
  readonly listenerFilters?: readonly string[];
  readonly chains: readonly ChainAnswer[];
  readonly default?: ChainAnswer;
}

interface ChainAnswer {
  readonly match?: Readonly<Record<string, unknown>>;
  readonly tcp?: string | Readonly<Record<string, number>>;
  readonly http?: { readonly rds: string };
  readonly network?: readonly string[];
}

interface TableAnswer {
  readonly ignorePortInHostMatching?: boolean;
  readonly virtualHosts: readonly {
    readonly name: string;
    readonly domains: readonly string[];
    readonly routes: readonly Readonly<Record<string, unknown>>[];
  }[];
}

/** The lines of a recorded theme; none where the release was not asked. */
export function recordedLines(theme: string, release = '1.30.3'): readonly string[] {
  const path = `test/fixtures/conformance/${release}/${theme}.jsonl.gz`;
  if (!existsSync(path)) return [];
  return gunzipSync(readFileSync(path)).toString().trim().split('\n');
}

/** Meshes whose recording fell by chance; each has its reason in the file. */
export function undecidedMeshes(release: string): readonly string[] {
  const path = `test/fixtures/conformance/${release}/undecided.tsv`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t')[0] ?? '');
}

/** In what an answer is not the recorded one: a line for each listener, table, cluster and call. */
export function differences(recorded: ProxyAnswer, answered: ProxyAnswer): readonly string[] {
  // The recordings of 1.11 do not say it.
  const saysBinds = recorded.listeners.some(({ bindToPort }) => bindToPort !== undefined);
  return [
    ...unequal('listener', listenersByPlace(recorded, saysBinds), listenersByPlace(answered, saysBinds)),
    ...unequal('route table', tablesByName(recorded), tablesByName(answered)),
    ...unequal('cluster', clusterTypes(recorded), clusterTypes(answered)),
    ...unequal('call', recordedVerdicts(recorded), verdictsOf(answered, recorded)),
  ];
}

type Texts = ReadonlyMap<string, string>;

function unequal(what: string, recorded: Texts, answered: Texts): readonly string[] {
  const keys = [...new Set([...recorded.keys(), ...answered.keys()])].sort();
  return keys
    .filter(key => recorded.get(key) !== answered.get(key))
    .map(key => `${what} ${key}: recorded ${recorded.get(key) ?? 'none'}, answered ${answered.get(key) ?? 'none'}`);
}

const inspectors = ['tls_inspector', 'http_inspector', 'original_dst'];

/** Chains are a set, and names mean nothing. */
function listenersByPlace({ listeners }: ProxyAnswer, saysBinds: boolean): Texts {
  const texts = new Map<string, string>();
  for (const listener of listeners) {
    const place = `${listener.address}:${listener.port}`;
    const text = canonical({
      chains: listener.chains.map(chainText).sort(),
      default: listener.default === undefined ? null : chainText(listener.default),
      inspectors: (listener.listenerFilters ?? []).filter(filter => inspectors.includes(filter)).sort(),
      additional: [...(listener.additionalAddresses ?? [])].sort(),
      bindToPort: saysBinds ? (listener.bindToPort ?? true) : null,
    });
    const others = texts.get(place);
    texts.set(place, others === undefined ? text : [others, text].sort().join(' and '));
  }
  return texts;
}

function chainText({ match = {}, tcp, http }: ChainAnswer): string {
  const criteria = Object.entries(match).map(([key, value]) => [key, Array.isArray(value) ? value.toSorted() : value]);
  return canonical({ match: Object.fromEntries(criteria), tcp: tcp ?? null, http: http ?? null });
}

/** Which of several virtual hosts keeps an address is a coin toss in istiod: addresses are compared by table. */
function tablesByName({ routes }: ProxyAnswer): Texts {
  return new Map(
    Object.entries(routes).map(([name, { ignorePortInHostMatching = false, virtualHosts }]) => {
      const addresses = virtualHosts.flatMap(({ domains }) => domains.filter(isAddress)).sort();
      const hosts = virtualHosts.map(host => [
        host.name,
        {
          domains: [...new Set(host.domains.filter(domain => !isAddress(domain)))].sort(),
          routes: host.routes.map(route => ({ ...route, name: undefined })),
        },
      ]);
      return [name, canonical({ ignorePortInHostMatching, hosts: Object.fromEntries(hosts), addresses })];
    }),
  );
}

function isAddress(domain: string): boolean {
  return isIP(domain.replace(/^\[(.*)\]$/, '$1').replace(/\/\d+$/, '')) !== 0;
}

function clusterTypes({ clusters }: ProxyAnswer): Texts {
  return new Map(Object.entries(clusters).map(([name, { type }]) => [name, type]));
}

function recordedVerdicts({ verdicts = {} }: ProxyAnswer): Texts {
  return new Map(Object.entries(verdicts).map(([call, verdict]) => [call, canonical(verdict)]));
}

/**
 * The answers to the calls that were recorded. A split by weight, one that the recorded configuration holds, is what was
 * recorded if Envoy drew one of its clusters.
 */
function verdictsOf({ verdicts = {} }: ProxyAnswer, recorded: ProxyAnswer): Texts {
  const splits = new Set(splitsIn([recorded.listeners, recorded.routes]).map(canonical));
  return new Map(
    Object.entries(recorded.verdicts ?? {}).map(([call, drawn]) => {
      const answer = verdicts[call] ?? null;
      return [call, canonical(isDrawnFrom(answer, drawn, splits) ? drawn : answer)];
    }),
  );
}

function isDrawnFrom(answer: unknown, drawn: unknown, splits: ReadonlySet<string>): boolean {
  const split = fieldOf(answer, 'cluster');
  const cluster = fieldOf(drawn, 'cluster');
  return isRecord(split) && typeof cluster === 'string' && cluster in split && splits.has(canonical(split));
}

/** Every map from cluster to weight in a configuration. */
function splitsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(splitsIn);
  if (!isRecord(value)) return [];
  const own = [value['tcp'], value['cluster']].filter(isRecord);
  return [...own, ...Object.values(value).flatMap(splitsIn)];
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON of which the order of keys says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
