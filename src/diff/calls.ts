import type { Call } from '../envoy/call.js';
import { isHttp, isTls, serverFirstPorts } from '../istio/protocol.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import type { Mesh } from '../mesh/mesh.js';
import { mostSpecific } from '../mesh/most-specific.js';
import type { MeshPort, MeshService } from '../mesh/service.js';
import type { VirtualService } from '../resources/route-rules.js';

/** A question that both sides are asked. */
export interface Question {
  readonly kind: Call['kind'];
  readonly port: number;
  /** The name that is called, `any.x` for a wildcard `*.x`; null for a stranger. */
  readonly host: string | null;
  /** The configured host behind the name: `*.x`; null for a stranger. */
  readonly configured: string | null;
  /** The address that is dialled whatever the host's is; null: at each side the host's own, else a foreign one. */
  readonly address: string | null;
  readonly speaksFirst: Call['speaksFirst'];
}

/** All that can be asked about the meshes of two sides, by port. */
export interface Questionnaire {
  /** Every port that either side configures, and 80, 443 and one that nobody does. */
  readonly ports: readonly number[];
  /** About configured hosts, well-known names first, then by host and kind. */
  named(port: number): readonly Question[];
  /** About a host that nobody configures. */
  strangers(port: number): readonly Question[];
  /** The name strangers go by. */
  readonly strangerHost: string;
}

/** Decides which calls to ask (`rules.md`, Calls). */
export function questionnaire(meshes: readonly Mesh[]): Questionnaire {
  const byPort = new Map<number, Map<string, Question>>();
  const serverFirst = new Set<number>(serverFirstPorts);
  const hosts = new Set<string>();

  for (const service of new Set(meshes.flatMap(({ services }) => services))) {
    hosts.add(service.host);
    for (const port of service.ports) {
      const questions = byPort.get(port.number) ?? new Map<string, Question>();
      byPort.set(port.number, questions);
      if (isServerFirst(port)) serverFirst.add(port.number);
      for (const question of questionsAbout(service, port)) {
        questions.set(`${question.host} ${question.kind} ${question.speaksFirst}`, question);
      }
    }
  }

  for (const question of ruledQuestions(
    meshes.flatMap(({ routes }) => routes.all),
    hosts,
  )) {
    const questions = byPort.get(question.port) ?? new Map<string, Question>();
    byPort.set(question.port, questions);
    questions.set(`${question.host} ${question.kind} ${question.speaksFirst}`, question);
  }

  const strangerHost = strangerTo(hosts);
  for (const port of [80, 443, unusedPort(byPort)]) if (!byPort.has(port)) byPort.set(port, new Map());

  return {
    ports: [...byPort.keys()].sort((a, b) => a - b),
    named: port => [...(byPort.get(port) ?? new Map<string, Question>()).entries()].sort(byFame).map(([, q]) => q),
    strangers: port => {
      const common = { port, host: strangerHost, configured: null, address: null } as const;
      return [
        { ...common, kind: 'tls', speaksFirst: 'client' },
        { ...common, kind: 'http', speaksFirst: 'client' },
        { ...common, kind: 'tcp', speaksFirst: serverFirst.has(port) ? 'server' : 'client' },
      ];
    },
    strangerHost,
  };
}

/**
 * Hosts that only rules name: HTTP on port 80, where Istio routes them without any service (RT-3), and on the ports of
 * a wildcard that covers them; TLS on the ports of the match.
 */
function ruledQuestions(rules: readonly VirtualService[], hosts: ReadonlySet<string>): readonly Question[] {
  const covering = mostSpecific(new Map([...hosts].filter(isWildcard).map(host => [host, host])));
  const ask = (host: string, port: number, kind: Call['kind']): readonly Question[] =>
    hosts.has(host) || isWildcard(host)
      ? []
      : [{ kind, port, host, configured: covering.find(host) ?? null, address: null, speaksFirst: 'client' }];
  return rules.flatMap(rule => [
    ...(rule.http.length === 0 ? [] : rule.hosts.flatMap(host => ask(host, 80, 'http'))),
    ...rule.tls.flatMap(({ match }) =>
      match.flatMap(({ sniHosts, port }) => sniHosts.flatMap(host => ask(host, port === 0 ? 443 : port, 'tls'))),
    ),
  ]);
}

function questionsAbout(service: MeshService, port: MeshPort): readonly Question[] {
  const common = {
    port: port.number,
    host: isWildcard(service.host) ? `any${service.host.slice(1)}` : service.host,
    configured: service.host,
    address: null,
  };
  return kindsOf(port).map(kind => ({
    ...common,
    kind,
    speaksFirst: kind === 'tcp' && isServerFirst(port) ? 'server' : 'client',
  }));
}

/** What speakers of the port's protocol send; one that is not told is sniffed, so all three may come. */
function kindsOf({ protocol }: MeshPort): readonly Call['kind'][] {
  if (protocol === 'UDP') return [];
  if (protocol === 'Unsupported') return ['tls', 'http', 'tcp'];
  return [isTls(protocol) ? 'tls' : isHttp(protocol) ? 'http' : 'tcp'];
}

/** Whether servers on such a port speak first, by number, name or protocol. */
export function isServerFirst({ number, name, protocol }: MeshPort): boolean {
  return (
    protocol === 'MySQL' ||
    protocol === 'Mongo' ||
    (!isHttp(protocol) && !isTls(protocol) && (serverFirstPorts.has(number) || /\b(mysql|mongo|smtp)/i.test(name)))
  );
}

/** A name that no configured host is or covers. */
function strangerTo(hosts: ReadonlySet<string>): string {
  const covers = (name: string) =>
    hosts.has(name) || [...hosts].some(host => isWildcard(host) && isSubsetOf(name, host));
  const names = ['example.org', 'www.example.org', 'example.com', 'example.net', 'nobody.example', 'nobody.invalid'];
  return names.find(name => !covers(name)) ?? 'nobody-configures-this.invalid';
}

function unusedPort(byPort: ReadonlyMap<number, unknown>): number {
  let port = 4433;
  while (byPort.has(port)) port += 1;
  return port;
}

/** Names that people know go first: where one host stands for many, it is shown to them. */
function byFame([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const [isKnownA, isKnownB] = [a.startsWith('www.'), b.startsWith('www.')];
  return isKnownA !== isKnownB ? (isKnownA ? -1 : 1) : a < b ? -1 : a > b ? 1 : 0;
}
