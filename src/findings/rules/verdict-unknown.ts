import type { ChangedCall } from '../../diff/changed-calls.js';
import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { ownerOf, sameOwner } from '../../envoy/verdict.js';
import type { Direction } from '../direction.js';
import { yaml } from '../example.js';
import { observeState, type Observation } from '../observation.js';
import type { Description, Rule, Seen } from '../rule.js';
import { list, resourceText } from '../wording.js';

/** What became of calls was known, and is not any more. */
export const verdictUnknown: Rule = {
  id: 'verdict-unknown',
  severities: 'notice',
  summary:
    'What becomes of calls was known at base and is not at head, because something that is not simulated carries or changes them.',
  why:
    'An EnvoyFilter can send a call anywhere, or answer it; ambient workloads have no sidecar; of several revisions of ' +
    'Istio each is told other things. Where one of these decides, nothing that the manifests say otherwise is certain.',
  fix:
    'Try the calls in a test cluster: `istioctl proxy-config` shows what a sidecar is told in the end, ' +
    '`istioctl ztunnel-config` what carries the calls of ambient pods.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1alpha3
      kind: EnvoyFilter
      metadata:
        name: add-team
        namespace: shop
      spec:
        configPatches:
          - applyTo: HTTP_FILTER
            match: { context: SIDECAR_INBOUND }
            patch:
              operation: INSERT_BEFORE
              value:
                name: envoy.filters.http.lua
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
                  inlineCode: |
                    function envoy_on_request(handle)
                      handle:headers():replace("x-team", "shop")
                    end
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1alpha3
      kind: EnvoyFilter
      metadata:
        name: add-team
        namespace: shop
      spec:
        configPatches:
          - applyTo: HTTP_FILTER
            match: { context: SIDECAR_OUTBOUND }
            patch:
              operation: INSERT_BEFORE
              value:
                name: envoy.filters.http.lua
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
                  inlineCode: |
                    function envoy_on_request(handle)
                      handle:headers():replace("x-team", "shop")
                    end
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1alpha3
      kind: EnvoyFilter
      metadata:
        name: add-team
        namespace: shop
      spec:
        configPatches:
          - applyTo: HTTP_FILTER
            match: { context: SIDECAR_INBOUND }
            patch:
              operation: INSERT_BEFORE
              value:
                name: envoy.filters.http.lua
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.http.lua.v3.Lua
                  inlineCode: |
                    function envoy_on_request(handle)
                      handle:headers():remove("x-team")
                    end
    `,
  },
  isAboutLoss: true,
  isAboutUnknown: true,
  isAboutAddresses: true,

  claim(direction, change) {
    const { before, after, groupClass, question } = change;
    if (after.kind !== 'unknown' || before.kind === 'unknown') return null;
    return observeState(direction, groupClass, side => side.ask(groupClass.asked, question).kind === 'unknown', {
      severity: 'notice',
      ownerHost: null,
      subject: after.doubted.length === 0 ? {} : { resources: after.doubted.map(ownerOf) },
      change,
      hints: after.doubted,
    });
  },

  observe: direction => direction.classes.flatMap(groupClass => changedFilters(direction, groupClass)),

  describe(seen) {
    const [reason, ...others] = reasonsOf(seen);
    if (reason === undefined) return describeFilter(seen);
    return {
      title: `What becomes of ${whatOf(seen)} is not known any more`,
      message: `${sentence(reason)}${others.length === 0 ? '' : ` Or: ${others.map(sentence).join(' ')}`} The review cannot tell where ${seen.changes.length === 1 ? 'this call ends' : 'these calls end'} now.`,
      fix: isAmbient(seen) ? AMBIENT_FIX : SIDECAR_FIX,
    };
  },

  gone: seen => (seen.changes.length === 0 ? null : `What becomes of ${whatOf(seen)} is known again`),
};

const SIDECAR_FIX = 'Try the calls in a test cluster: `istioctl proxy-config` shows what a sidecar is told in the end.';
const AMBIENT_FIX =
  'Try the calls in a test cluster: `istioctl ztunnel-config` shows what carries the calls of ambient pods.';

/** Whether the groups have no sidecar that anyone could ask. */
function isAmbient({ after, groupClass: { asked } }: Seen): boolean {
  return after.simulation.carrier(asked) === 'ambient';
}

/** EnvoyFilters that are new or otherwise than before, where no call shows it: none was known, or none is asked. */
function changedFilters(direction: Direction, groupClass: GroupClass): readonly Observation[] {
  const filtersOf = (side: Side) =>
    new Set(side.sidecar(groupClass.asked).configuration.patches.map(({ filter }) => filter));
  const known = filtersOf(direction.before);
  const shown = direction.changedCalls
    .filter(change => change.groupClass === groupClass && change.before.kind !== 'unknown')
    .flatMap(({ after }) => after.doubted);
  return [...filtersOf(direction.after)]
    .filter(filter => !known.has(filter) && !shown.some(owner => sameOwner(owner, filter)))
    .map(filter =>
      observeState(direction, groupClass, side => filtersOf(side).has(filter), {
        severity: 'notice',
        ownerHost: null,
        subject: { resources: [ownerOf(filter)] },
        hints: [filter],
      }),
    );
}

function describeFilter({ subject, causes }: Seen): Description {
  const name = list((subject.resources ?? []).map(resourceText));
  const was = causes.every(({ change }) => change === 'added')
    ? ''
    : ' What became of them was not known before either.';
  return {
    title: `What ${name} makes of the calls that meet it is not known`,
    message: `It may send them elsewhere or answer them.${was}`,
    fix: SIDECAR_FIX,
  };
}

/** `calls to port 443 that EnvoyFilter shop/lua changes`. */
function whatOf(seen: Seen): string {
  const { changes, subject } = seen;
  const kinds = new Set(changes.map(({ question }) => question.kind));
  const what = kinds.size === 1 ? kindWords[[...kinds][0] ?? 'tcp'] : 'calls';
  const by = (subject.resources ?? []).map(resourceText);
  return `${what} to ${portsOf(seen)}${by.length === 0 ? '' : `, which ${list(by)} may change,`}`;
}

/** `ports 80, 443 and all that nothing configures`: the one that is asked in the place of all others has no number. */
function portsOf({ changes, before, after }: Seen): string {
  const asked = [...new Set(changes.map(({ question }) => question.port))].sort((a, b) => a - b);
  const named = asked.filter(port => [before, after].some(side => isNamed(side, port)));
  if (named.length === 0) return 'ports that nothing configures';
  const others = named.length < asked.length ? ['all that nothing configures'] : [];
  return `${asked.length === 1 ? 'port' : 'ports'} ${list([...named.map(String), ...others])}`;
}

/** Well-known ports are called whatever the manifests say. */
function isNamed({ simulation }: Side, port: number): boolean {
  const isDeclared = simulation.mesh.services.some(({ ports }) => ports.some(({ number }) => number === port));
  return isDeclared || port === 80 || port === 443;
}

const kindWords = { tls: 'TLS calls', http: 'plain HTTP calls', tcp: 'plain TCP calls' } as const satisfies Record<
  ChangedCall['question']['kind'],
  string
>;

function reasonsOf({ changes }: Seen): readonly string[] {
  return [...new Set(changes.flatMap(({ after }) => after.reason ?? []))];
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
