import { compare, type Comparison } from '../src/diff/comparison.js';
import type { GroupClass } from '../src/diff/group-classes.js';
import { groupKey, type Group } from '../src/diff/simulation.js';
import { inspect, type Inspection } from '../src/findings/inspect.js';
import { givenInstallations } from '../src/given.js';
import type { SourceDocument } from '../src/source/document.js';
import { linesOf } from '../src/source/lines.js';
import { readYaml } from '../src/source/yaml-reader.js';
import { decodeUpgrade } from '../src/upgrade.js';
import { sidesOf } from './reviews.js';
import { undecidedMeshes, type RecordedCall } from './recorded-answers.js';

/** A mesh, and what one release makes of it. */
export interface RecordedMesh {
  readonly id: string;
  readonly mesh: string;
  readonly manifests: string;
  readonly proxies: readonly (Group & {
    readonly id: string;
    readonly ips: readonly string[];
    readonly dnsCapture?: boolean;
  })[];
  readonly calls: readonly RecordedCall[];
  readonly expected: readonly { readonly id: string; readonly verdicts?: Readonly<Record<string, unknown>> }[];
}

/** One mesh under two releases. */
export interface RecordedUpgrade {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly base: RecordedMesh;
  readonly head: RecordedMesh;
}

/** A recorded call that the upgrade sends elsewhere. */
export interface MovedCall {
  readonly proxy: Group;
  readonly call: RecordedCall;
  readonly before: unknown;
  readonly after: unknown;
}

/** The meshes that both releases were asked about. */
export function upgradesOf(
  from: string,
  to: string,
  linesOn: (release: string) => readonly string[],
): readonly RecordedUpgrade[] {
  const undecided = new Set([...undecidedMeshes(from), ...undecidedMeshes(to)]);
  const [before, after] = [from, to].map(release => linesOn(release).map(line => JSON.parse(line) as RecordedMesh));
  const heads = new Map(after?.map(mesh => [mesh.id, mesh]));
  return (before ?? []).flatMap(base => {
    const head = heads.get(base.id);
    return head === undefined || undecided.has(base.id) ? [] : [{ id: base.id, from, to, base, head }];
  });
}

/** The calls of proxies that a review asks for: of IPv4, without a DNS proxy. */
export function movedCalls({ base, head }: RecordedUpgrade): readonly MovedCall[] {
  return base.proxies
    .filter(({ ips, dnsCapture }) => dnsCapture !== true && ips.every(ip => !ip.includes(':')))
    .flatMap(proxy => {
      const [before, after] = [base, head].map(side => side.expected.find(({ id }) => id === proxy.id)?.verdicts ?? {});
      return base.calls
        .map(call => ({ proxy, call, before: before?.[call.id], after: after?.[call.id] }))
        .filter(moved => JSON.stringify(moved.before) !== JSON.stringify(moved.after));
    });
}

export interface ReviewedUpgrade {
  readonly comparison: Comparison;
  readonly inspection: Inspection;
}

export function reviewed({ from, to, base }: RecordedUpgrade): ReviewedUpgrade {
  const meshConfig = base.mesh === '' ? null : documentOf(base.mesh);
  const sides = sidesOf({ 'mesh.yaml': base.manifests }, { 'mesh.yaml': base.manifests });
  const given = {
    base: givenInstallations({ version: from, flags: [], meshConfig }),
    head: givenInstallations({ version: to, flags: [], meshConfig }),
  };
  const decoded = decodeUpgrade({ base: sides.base, head: { ...sides.head, manifests: sides.base.manifests }, given });
  const comparison = compare(decoded.base, decoded.head);
  return { comparison, inspection: inspect(comparison) };
}

function documentOf(text: string): SourceDocument {
  const [root] = readYaml(text).roots;
  if (root === undefined) throw new Error(`a MeshConfig without YAML: ${text}`);
  return { path: 'mesh-config.yaml', text, lines: linesOf(text), root };
}

/** Whether a finding or an improvement is about calls of the proxy to that port. */
export function isCovered({ comparison, inspection }: ReviewedUpgrade, { proxy, call }: MovedCall): boolean {
  const groupClass = classOf(comparison, proxy);
  if (groupClass === undefined) return false;
  const members = new Set(groupClass.groups.map(groupKey));
  return [...inspection.findings, ...inspection.improvements].some(
    found =>
      (found.subject.port === undefined || found.subject.port === call.port) &&
      (found.groups.some(group => members.has(groupKey(group))) || (groupClass.reachesOutside && found.reachesOutside)),
  );
}

/** The class of a proxy: who is told the same at base and at head. */
function classOf({ classes, base, head }: Comparison, proxy: Group): GroupClass | undefined {
  return classes.find(({ asked }) => [base, head].every(side => side.sidecar(asked) === side.sidecar(proxy)));
}

/** The kinds of calls that a review asks otherwise than the recorder did. */
export const reasons = {
  namespace: 'nothing of the repository stands in the namespace, and an exportTo that names it tells it from others',
  labels: 'rules look at source labels that no Sidecar selects, and pods are grouped by Sidecars alone',
  address: 'the call dials another address than the host has on that side, and a review dials the host’s own',
  form: 'the Host has a port or a final dot, or is another’s, or no host of the mesh has the address',
  speech: 'the port speaks another protocol, or its servers speak first, and a review speaks as the port does',
} as const;

/** Why no finding is about a call; null where one should be. */
export function whySilent({ comparison }: ReviewedUpgrade, { proxy, call }: MovedCall): string | null {
  const { base, head } = comparison;
  if (classOf(comparison, proxy) === undefined) {
    const isKnown = comparison.classes.some(({ groups }) => groups.some(group => group.namespace === proxy.namespace));
    return isKnown ? reasons.labels : reasons.namespace;
  }
  const host = call.sni ?? call.host ?? null;
  const known = [head, base].map(side =>
    side.simulation.mesh.services.find(service =>
      host === null ? service.address === call.address : covers(service.host, host),
    ),
  );
  const configured = (known[0] ?? known[1])?.host ?? null;
  if (configured === null) return reasons.form;
  const question = { kind: call.kind, port: call.port, host, configured, speaksFirst: 'client' } as const;
  const isElsewhere = [base, head].some(side => side.call(proxy, question).address !== call.address);
  if (isElsewhere) return reasons.address;
  const isAsked = comparison.questions
    .named(call.port)
    .some(({ host: asked, kind, speaksFirst }) => asked === host && kind === call.kind && speaksFirst === 'client');
  return isAsked ? null : reasons.speech;
}

function covers(configured: string, host: string): boolean {
  return configured === host || (configured.startsWith('*') && host.endsWith(configured.slice(1)));
}
