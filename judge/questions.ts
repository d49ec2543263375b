import type { Call } from '../src/envoy/call.js';
import type { ProxyConfiguration } from '../src/proxy/configuration.js';
import type { FilterChain } from '../src/proxy/filter-chain.js';
import type { Listener } from '../src/proxy/listener.js';
import { parsePrefix } from '../src/resources/ip-address.js';
import type { Chance } from './chance.js';
import { dialects, questionOf, type Dialect, type Question, type Target } from './question.js';

const strangers = ['198.51.100.7', '2001:db8:dead::7'] as const;
const strangeHosts = ['stranger.example', 'Stranger.EXAMPLE:8080', '198.51.100.7'] as const;
const strangePort = 9_999;

/**
 * What a sidecar is asked: recorded calls and such as its own configuration suggests, of each dialect as many as of the
 * others. Of three calls two are for what is configured, one is a stranger's.
 */
export function questionsFor(
  configuration: ProxyConfiguration,
  recorded: readonly Call[],
  chance: Chance,
  count: number,
): readonly Question[] {
  const { known, strange } = targetsOf(configuration);
  const byDialect = new Map<Dialect, readonly Question[]>(
    dialects.map(dialect => {
      const own = recorded.filter(call => questionOf(dialect, call).call.kind === call.kind);
      const fitting = (targets: readonly Target[]) =>
        chance.shuffle(targets.filter(({ host }) => host === null || speaksOfHosts(dialect)));
      const mixed = mix(fitting([...known, ...own]), fitting(strange));
      return [dialect, unlike(mixed.map(target => questionOf(dialect, target)))];
    }),
  );
  const asked: Question[] = [];
  for (let round = 0; asked.length < count; round += 1) {
    const next = dialects.flatMap(dialect => byDialect.get(dialect)?.[round] ?? []);
    if (next.length === 0) break;
    asked.push(...next.slice(0, count - asked.length));
  }
  return asked;
}

/** Two of the first, one of the second, as long as there are any. */
function mix<Item>(twice: readonly Item[], once: readonly Item[]): readonly Item[] {
  const length = Math.max(Math.ceil(twice.length / 2), once.length);
  return Array.from({ length }, (_, at) => [...twice.slice(2 * at, 2 * at + 2), ...once.slice(at, at + 1)]).flat();
}

function speaksOfHosts(dialect: Dialect): boolean {
  return dialect !== 'tcp' && dialect !== 'server-first';
}

function unlike(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map(question => [JSON.stringify(question), question])).values()];
}

interface Targets {
  /** A listener's own name or address, or a stranger's call to a name that it has. */
  readonly known: readonly Target[];
  readonly strange: readonly Target[];
}

/** Each listener by its own address, its port by a stranger's, and in its prefixes; each name that it or its routes know. */
function targetsOf(configuration: ProxyConfiguration): Targets {
  const places = configuration.listeners.flatMap(listener =>
    placesOf(listener).map(place => ({ ...place, hosts: hostsOf(listener, configuration) })),
  );
  const ports = [...new Set(configuration.listeners.map(({ port }) => port)), strangePort].filter(port => port > 0);
  const elsewhere = ports.flatMap(port => strangers.map(address => ({ address, port })));
  return {
    known: places.flatMap(({ address, port, hosts }) => [...hosts, null].map(host => ({ address, port, host }))),
    strange: [...places, ...elsewhere].flatMap(({ address, port }) =>
      [...strangeHosts, null].map(host => ({ address, port, host })),
    ),
  };
}

function placesOf(listener: Listener): readonly Pick<Target, 'address' | 'port'>[] {
  const { port } = listener;
  if (port === 0) return [{ address: listener.address, port }];
  const own = [listener.address, ...listener.additionalAddresses];
  const inPrefixes = chainsOf(listener).flatMap(({ match }) => match.prefixRanges.flatMap(firstAddress));
  const known = [...own, ...inPrefixes].filter(address => !wildcards.has(address));
  return [...known, ...strangers].map(address => ({ address, port }));
}

/** What no connection can be made to. */
const wildcards: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

function firstAddress(range: string): readonly string[] {
  const prefix = parsePrefix(range);
  return prefix === null ? [] : [prefix.address.text];
}

function hostsOf(listener: Listener, configuration: ProxyConfiguration): readonly string[] {
  const names = chainsOf(listener).flatMap(({ match, destination }) => [
    ...match.serverNames,
    ...(destination.kind === 'routes'
      ? configuration.routeTable(destination.name).virtualHosts.flatMap(({ domains }) => domains)
      : []),
  ]);
  // No Host and no SNI can be a prefix.
  return [...new Set(names)].filter(name => name !== '*' && !name.includes('/')).flatMap(spellings);
}

function spellings(name: string): readonly string[] {
  if (name.startsWith('*')) return [`any${name.slice(1)}`, `any.any${name.slice(1)}`, name.slice(1).replace(/^\./, '')];
  if (name.endsWith('*')) return [`${name.slice(0, -1)}any`];
  return [name, name.toUpperCase(), ...(/:\d+$/.test(name) ? [] : [`${name}:8080`])];
}

function chainsOf({ chains, defaultChain }: Listener): readonly FilterChain[] {
  return defaultChain === null ? chains : [...chains, defaultChain];
}
