import type { SourceDocument } from '../../source/document.js';
import { nodeAt, type Node } from '../../source/node.js';
import type { Report } from '../fault.js';
import { list, object, optional, readNode, string, type Reader } from '../fields.js';
import { readIdentity } from '../metadata.js';
import type { HttpMatch } from '../route-rules.js';
import type { Backend, GatewayRoute, GatewayRule } from './gateway-route.js';
import { grpcMatchOf, grpcRouteMatch, httpMatchOf, httpRouteMatch } from './matches.js';
import { backendOf, backendRef, meshParents, parentRef, type BackendRef } from './references.js';

const filter = object({ type: string, requestMirror: optional(object({ backendRef })) });
const filteredRef = object({ filters: list(filter) });

function ruleOf<T>(match: Reader<T>) {
  return object({
    name: string,
    matches: optional(list(match)),
    filters: list(filter),
    backendRefs: list({
      absent: { ...backendRef.absent, ...filteredRef.absent },
      read: (node, path, report) => ({
        ...backendRef.read(node, path, report),
        ...filteredRef.read(node, path, report),
      }),
    }),
  });
}

const noMatch: Reader<null> = { absent: null, read: () => null };
const parentRefs = list(parentRef);
const httpRules = optional(list(ruleOf(httpRouteMatch)));
const grpcRules = list(ruleOf(grpcRouteMatch));
const streamRules = list(ruleOf(noMatch));

/** What is written of a rule, its matches made of what kind they are; a match is null where it spoils the route. */
interface WrittenRule {
  readonly name: string;
  readonly matches: readonly (HttpMatch | null)[];
  readonly filters: readonly {
    readonly type: string;
    readonly requestMirror: { readonly backendRef: BackendRef } | null;
  }[];
  readonly backendRefs: readonly (BackendRef & { readonly filters: readonly { readonly type: string }[] })[];
}

/** What the API server fills in for rules without matches, and for a route without rules. */
const everything = [httpMatchOf(httpRouteMatch.absent)];
const answersNothing: WrittenRule = { name: '', matches: everything, filters: [], backendRefs: [] };

/** Decodes an HTTPRoute; null for one that is for Gateways only. */
export const decodeHttpRoute = routeDecoder(
  'HTTPRoute',
  (node, report) =>
    readNode(httpRules, node, RULES, report)?.map(rule => ({
      ...rule,
      matches: rule.matches?.map(httpMatchOf) ?? everything,
    })) ?? [answersNothing],
);

/** Decodes a GRPCRoute; null for one that is for Gateways only. */
export const decodeGrpcRoute = routeDecoder('GRPCRoute', (node, report) =>
  readNode(grpcRules, node, RULES, report).map(rule => ({ ...rule, matches: rule.matches?.map(grpcMatchOf) ?? [] })),
);

/** Decodes a TLSRoute; null for one that is for Gateways only. */
export const decodeTlsRoute = routeDecoder('TLSRoute', streamRulesOf);

/** Decodes a TCPRoute; null for one that is for Gateways only. */
export const decodeTcpRoute = routeDecoder('TCPRoute', streamRulesOf);

function streamRulesOf(node: Node | null, report: Report): readonly WrittenRule[] {
  return readNode(streamRules, node, RULES, report).map(rule => ({ ...rule, matches: [] }));
}

const RULES = ['spec', 'rules'];

/** The filters that Istio knows; any other spoils the route (`convertHTTPRoute`, `convertGRPCRoute`). */
const HEADER_FILTERS: readonly string[] = ['RequestHeaderModifier', 'ResponseHeaderModifier'];
const KNOWN_FILTERS: Readonly<Record<GatewayRoute['kind'], readonly string[]>> = {
  HTTPRoute: [...HEADER_FILTERS, 'RequestMirror', 'RequestRedirect', 'URLRewrite', 'CORS'],
  GRPCRoute: [...HEADER_FILTERS, 'RequestMirror'],
  TLSRoute: [],
  TCPRoute: [],
};

type Rules = (node: Node | null, report: Report) => readonly WrittenRule[];

function routeDecoder(kind: GatewayRoute['kind'], rulesOf: Rules) {
  return (document: SourceDocument, report: Report): GatewayRoute | null => {
    const spec = (field: string) => nodeAt(document.root, ['spec', field]);
    const refs = readNode(parentRefs, spec('parentRefs'), ['spec', 'parentRefs'], () => undefined);
    // What is for Gateways is no matter of ours, right or wrong.
    if (meshParents(refs, '').length === 0) return null;

    const identity = readIdentity(document, report);
    const rules = rulesOf(spec('rules'), report).map((rule, index) => {
      const name = rule.name || `${identity.namespace}.${identity.name}.${index}`;
      return gatewayRule({ ...rule, name }, identity.namespace, KNOWN_FILTERS[kind]);
    });
    const sound = rules.filter(rule => rule !== null);
    return {
      kind,
      ...identity,
      parents: meshParents(refs, identity.namespace),
      hostnames: readNode(list(string), spec('hostnames'), ['spec', 'hostnames'], report),
      rules: sound,
      isBroken: sound.length < rules.length,
    };
  };
}

/** null where Istio makes nothing of the rule. */
function gatewayRule(
  { name, matches, filters, backendRefs }: WrittenRule,
  namespace: string,
  knownFilters: readonly string[],
): GatewayRule | null {
  const known = matches.filter(match => match !== null);
  const backends = backendRefs.map(ref => backendOf(ref, namespace));
  const sound = backends.filter(backend => backend !== null);
  const isKnown =
    known.length === matches.length &&
    sound.length === backends.length &&
    filters.every(({ type }) => knownFilters.includes(type)) &&
    backendRefs.every(ref => ref.filters.every(({ type }) => HEADER_FILTERS.includes(type)));
  if (!isKnown) return null;
  const mirrors = filters.flatMap(({ requestMirror }): readonly Backend[] => {
    const backend = requestMirror === null ? null : backendOf(requestMirror.backendRef, namespace);
    return backend === null || backend.kind === 'other' ? [] : [backend];
  });
  return {
    name,
    matches: known,
    backends: sound,
    mirrors,
    redirects: filters.some(({ type }) => type === 'RequestRedirect'),
  };
}
