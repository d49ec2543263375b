import { keyOf } from '../diff/resource-changes.js';
import type { Side } from '../diff/side.js';
import { isGatewayRoute } from '../mesh/gateway-routes.js';
import type { Mesh } from '../mesh/mesh.js';
import { MESH_GATEWAY } from '../mesh/virtual-services.js';
import { unbuiltRules } from '../proxy/unbuilt-rules.js';
import { coveredRules } from '../proxy/unreachable-rules.js';
import type { Path } from '../resources/fault.js';
import type { GatewayRoute } from '../resources/gateway-api/gateway-route.js';
import type { Resource } from '../resources/resource.js';
import type { VirtualService } from '../resources/route-rules.js';

/** A rule of a resource that never decides where a call goes. */
export interface DeadRoute {
  readonly rule: VirtualService | GatewayRoute;
  readonly list: 'http' | 'tls' | 'tcp' | 'rules';
  readonly index: number;
  readonly why:
    | { readonly kind: 'covered'; readonly by: readonly number[] }
    /** `port`: that no host has; null where the protocols of the ports have no place for it. */
    | { readonly kind: 'unbuilt'; readonly port: number | null };
}

const known = new WeakMap<Side, ReadonlyMap<string, DeadRoute>>();

/** The dead routes of a side, by a text that stays theirs where others are added or reordered around them. */
export function deadRoutes(side: Side): ReadonlyMap<string, DeadRoute> {
  const found = known.get(side) ?? byContent(findDeadRoutes(side));
  known.set(side, found);
  return found;
}

/** Where the rule stands in its manifest. */
export function pathOf({ list, index }: DeadRoute): Path {
  return ['spec', list, index];
}

function findDeadRoutes({ simulation }: Side): readonly DeadRoute[] {
  const meshes = simulation.meshes();
  return simulation.mesh.discovery.resources.filter(isRule).flatMap(rule => deadRoutesOf(rule, meshes));
}

function isRule(resource: Resource): resource is VirtualService | GatewayRoute {
  return resource.kind === 'VirtualService' || isGatewayRoute(resource);
}

/** What is dead to every revision of Istio that the rule may be of. */
function deadRoutesOf(rule: DeadRoute['rule'], meshes: readonly Mesh[]): readonly DeadRoute[] {
  const [first, ...others] = meshes.map(mesh => deadRoutesIn(rule, mesh));
  return (first ?? []).filter(({ list, index }) =>
    others.every(dead => dead.some(other => other.list === list && other.index === index)),
  );
}

function deadRoutesIn(rule: DeadRoute['rule'], mesh: Mesh): readonly DeadRoute[] {
  const covered = coveredRules(rule, mesh.behaves).map(({ list, index, by }): DeadRoute => ({
    rule,
    list,
    index,
    why: { kind: 'covered', by },
  }));
  if (isGatewayRoute(rule) || (rule.gateways.length > 0 && !rule.gateways.includes(MESH_GATEWAY))) return covered;
  const unbuilt = unbuiltRules(rule, mesh)
    .filter(({ list, index }) => !covered.some(dead => dead.list === list && dead.index === index))
    .map(({ list, index, port }): DeadRoute => ({ rule, list, index, why: { kind: 'unbuilt', port } }));
  return [...covered, ...unbuilt];
}

function byContent(dead: readonly DeadRoute[]): ReadonlyMap<string, DeadRoute> {
  const found = new Map<string, DeadRoute>();
  const counts = new Map<string, number>();
  for (const route of dead) {
    const content = `${keyOf(route.rule)} ${route.list} ${route.why.kind} ${JSON.stringify(contentOf(route))}`;
    const count = counts.get(content) ?? 0;
    counts.set(content, count + 1);
    found.set(`${content} ${count}`, route);
  }
  return found;
}

function contentOf({ rule, list, index }: DeadRoute): unknown {
  if (isGatewayRoute(rule)) return rule.rules[index];
  return list === 'rules' ? null : rule[list][index];
}
