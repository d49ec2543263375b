import { classFor, type GroupClass } from '../../diff/group-classes.js';
import { keyOf, type ResourceChange } from '../../diff/resource-changes.js';
import { isGatewayRoute } from '../../mesh/gateway-routes.js';
import { causeBelow } from '../cause-source.js';
import { deadRoutes, pathOf, type DeadRoute } from '../dead-routes.js';
import type { Direction } from '../direction.js';
import { yaml } from '../example.js';
import { observeState } from '../observation.js';
import type { Rule, Seen } from '../rule.js';
import { list, resourceText } from '../wording.js';

/** A route that decides nothing. */
export const deadRoute: Rule = {
  id: 'dead-route',
  severities: 'warning',
  summary: 'A route of a VirtualService, or of a Gateway API route, can never match.',
  why:
    'Of several routes the first that matches has the call, so one behind a wider one never gets any; and Istio makes ' +
    '`tls`, `tcp` and `http` routes only for ports of their own protocols. Nobody is told, and whoever wrote the route ' +
    'believes that it works.',
  fix: 'Put the narrower route first, correct the match, or remove the route.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: checkout
        namespace: shop
      spec:
        hosts: [checkout.shop.svc.cluster.local]
        http:
          - route:
              - destination: { host: checkout }
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: checkout
        namespace: shop
      spec:
        hosts: [checkout.shop.svc.cluster.local]
        http:
          - route:
              - destination: { host: checkout }
          - match:
              - uri: { prefix: /v2 }
            route:
              - destination: { host: checkout-v2 }
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: checkout
        namespace: shop
      spec:
        hosts: [checkout.shop.svc.cluster.local]
        http:
          - match:
              - uri: { prefix: /v2 }
            route:
              - destination: { host: checkout-v2 }
          - route:
              - destination: { host: checkout }
    `,
  },

  observe(direction) {
    const known = deadRoutes(direction.before);
    return [...deadRoutes(direction.after)]
      .filter(([key]) => !known.has(key))
      .map(([key, dead]) =>
        observeState(direction, reachOf(direction, dead), side => deadRoutes(side).has(key), {
          severity: 'warning',
          ownerHost: null,
          subject: { resources: [nameOf(dead)] },
          hints: [dead.rule],
          pointAt: change => placeOf(direction, dead, change),
        }),
      );
  },

  describe(seen) {
    const dead = deadNow(seen);
    const [first] = dead;
    if (first === undefined) throw new Error('no route is dead after all');
    return {
      title: `${routesText(dead)} of ${resourceText(nameOf(first))} can never match`,
      message: [...new Set(dead.map(reasonFor))].join(' '),
      fix: fixFor(first),
    };
  },

  gone(seen) {
    const dead = deadNow(seen);
    const names = list((seen.subject.resources ?? []).map(resourceText));
    return `${routesText(dead)} of ${names}, which could never match, can now or ${dead.length === 1 ? 'is' : 'are'} gone`;
  },
};

/** Those who are told of the resource; where nobody is, its namespace. */
function reachOf({ after, classes }: Direction, { rule }: DeadRoute): GroupClass {
  const telling = classes.filter(({ asked }) =>
    after
      .sidecar(asked)
      .configuration.scope.listeners.some(({ routes }) =>
        routes.some(
          ({ document, madeOf }) => document === rule.document || madeOf.some(made => keyOf(made) === keyOf(rule)),
        ),
      ),
  );
  const groups = telling.flatMap(groupClass => groupClass.groups);
  const own = { namespace: rule.namespace, labels: {} };
  const [asked = own] = groups;
  return classFor(
    asked,
    telling.length === 0 ? [own] : groups,
    telling.some(({ reachesOutside }) => reachesOutside),
  );
}

/** The route itself, where its own resource changed. */
function placeOf({ isForward }: Direction, dead: DeadRoute, change: ResourceChange) {
  return change.key === keyOf(dead.rule)
    ? causeBelow(change, dead.rule, isForward ? 'head' : 'base', pathOf(dead))
    : null;
}

function nameOf({ rule: { kind, namespace, name } }: DeadRoute) {
  return { kind, namespace, name };
}

function deadNow({ subject, before, after }: Seen): readonly DeadRoute[] {
  const keys = (subject.resources ?? []).map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`);
  const known = deadRoutes(before);
  return [...deadRoutes(after)].flatMap(([key, dead]) =>
    !known.has(key) && keys.includes(keyOf(dead.rule)) ? [dead] : [],
  );
}

function routesText(dead: readonly DeadRoute[]): string {
  return `${dead.length === 1 ? 'Route' : 'Routes'} ${list(dead.map(({ rule, list: name, index }) => routeText(rule, name, index)))}`;
}

/** `http[1]`, or with its name `http[1] (canary)`. */
function routeText(rule: DeadRoute['rule'], name: DeadRoute['list'], index: number): string {
  const given = isGatewayRoute(rule) ? '' : name === 'http' ? (rule.http[index]?.name ?? '') : '';
  return `${name}[${index}]${given === '' ? '' : ` (${given})`}`;
}

function reasonFor({ rule, list: name, index, why }: DeadRoute): string {
  const own = routeText(rule, name, index);
  if (why.kind === 'covered') {
    const takers = list(why.by.map(at => routeText(rule, name, at)));
    return `Whatever ${own} matches, ${takers} matches too and comes first.`;
  }
  if (why.port !== null) return `It is for port ${why.port}, and no host of ${resourceText(rule)} has that port.`;
  return `${protocolsFor(name)}, and no host of ${resourceText(rule)} has one that ${own} is for.`;
}

function protocolsFor(name: DeadRoute['list']): string {
  switch (name) {
    case 'tls':
      return 'Istio makes tls routes only on ports of protocol TLS or HTTPS';
    case 'tcp':
      return 'Istio makes tcp routes only on ports that are neither HTTP nor TLS';
    default:
      return 'Istio makes http routes only on ports of protocol HTTP, HTTP2 or GRPC, or without any';
  }
}

function fixFor({ why }: DeadRoute): string {
  if (why.kind === 'covered') return 'Put the narrower route first, or remove it.';
  return why.port === null
    ? 'Correct the protocol of the port where the host is declared, or write the route in the list for that protocol.'
    : 'Correct the port of the match, or declare it where the host is declared.';
}
