import { sameVerdict } from '../envoy/verdict.js';
import type { Mesh } from '../mesh/mesh.js';
import { mostSpecific } from '../mesh/most-specific.js';
import { isWildcard } from '../resources/hostname.js';
import type { Question, Questionnaire } from './calls.js';
import type { ChangedCall } from './changed-calls.js';
import type { GroupClass } from './group-classes.js';
import { outsideGroup } from './groups.js';
import type { HostInUse, KnownTraffic } from './known-traffic.js';
import type { Side } from './side.js';

/**
 * The calls of production whose fate differs and that no question about a configured host has asked: those to hosts
 * that nobody configures, or configures on another port, asked by name, for the namespaces that make them.
 */
export function changedCallsInUse(
  groupClass: GroupClass,
  asked: readonly ChangedCall[],
  base: Side,
  head: Side,
  questionsAbout: (used: HostInUse) => readonly Question[],
  traffic: KnownTraffic,
): readonly ChangedCall[] {
  const known = new Set(asked.map(({ question }) => nameOf(question)));
  const narrowed = new Map<string, GroupClass>();
  return traffic.of(groupClass).flatMap(used => {
    const ofNamespace = narrowed.get(used.namespace) ?? narrow(groupClass, used.namespace);
    narrowed.set(used.namespace, ofNamespace);
    return questionsAbout(used).flatMap(question => {
      if (known.has(nameOf(question))) return [];
      const before = base.ask(ofNamespace.asked, question);
      const after = head.ask(ofNamespace.asked, question);
      return sameVerdict(before, after) ? [] : [{ groupClass: ofNamespace, question, before, after, answered: null }];
    });
  });
}

/** What to ask about a host in use: as its port is configured, else by the port, else all that may be spoken. */
export function questionsInUse(
  meshes: readonly Mesh[],
  questions: Questionnaire,
): (used: HostInUse) => readonly Question[] {
  const hosts = new Set(meshes.flatMap(({ services }) => services.map(({ host }) => host)));
  const covering = mostSpecific(new Map([...hosts].filter(isWildcard).map(host => [host, host])));
  return ({ host, port }) => {
    const named = questions.named(port);
    const own = named.filter(question => question.host === host);
    if (own.length > 0) return own;
    const wildcard = covering.find(host) ?? null;
    const covered = wildcard === null ? [] : named.filter(({ configured }) => configured === wildcard);
    if (covered.length > 0) return covered.map(question => ({ ...question, host }));
    return questions
      .strangers(port)
      .filter(({ kind }) => (port === 443 ? kind === 'tls' : port !== 80 || kind === 'http'))
      .map(question => ({ ...question, host, configured: hosts.has(host) ? host : wildcard }));
  };
}

function narrow(groupClass: GroupClass, namespace: string): GroupClass {
  const groups = groupClass.groups.filter(group => group.namespace === namespace);
  const [asked] = groups;
  return asked === undefined
    ? { ...groupClass, asked: outsideGroup, groups }
    : { ...groupClass, asked, groups, reachesOutside: false };
}

function nameOf({ kind, host, port, address, speaksFirst }: Question): string {
  return `${kind} ${host} ${port} ${address} ${speaksFirst}`;
}
