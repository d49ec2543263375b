import type { ChangedCall } from '../../diff/changed-calls.js';
import { documents, yaml } from '../example.js';
import { fateWords } from '../fate-words.js';
import { observeCall } from '../observation.js';
import { arrives, isConfigured } from '../ownership.js';
import type { Rule, Seen } from '../rule.js';
import { list } from '../wording.js';

const proxy = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: proxy
    namespace: shop
  spec:
    hosts: [proxy.shop.example]
    addresses: [192.0.2.10]
    ports: [{ number: 3128, name: tcp, protocol: TCP }]
    resolution: DNS
`;

/** Whatever else becomes of a call: so that no call changes in silence. */
export const verdictChanged: Rule = {
  id: 'verdict-changed',
  severities: 'warning where calls that passed through fail now; else notice',
  summary: 'Calls are treated otherwise than before, in a way that is neither worse nor better by any other rule.',
  why:
    'Calls that were refused may be answered otherwise now, or calls to unknown hosts take another way out. That rarely ' +
    'hurts, but somebody may count on it.',
  fix: 'Look at the call before and after. Nothing to do, if that is meant.',
  example: {
    base: documents(
      proxy,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          outboundTrafficPolicy:
            mode: ALLOW_ANY
            egressProxy:
              host: proxy.shop.example
              port: { number: 3128 }
      `,
    ),
    head: documents(
      proxy,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          outboundTrafficPolicy:
            mode: ALLOW_ANY
      `,
    ),
    silent: documents(
      proxy,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - hosts: ["./*"]
          outboundTrafficPolicy:
            mode: ALLOW_ANY
            egressProxy:
              host: proxy.shop.example
              port: { number: 3128 }
      `,
    ),
  },
  isLast: true,

  claim(direction, change) {
    const { configured, port } = change.question;
    const isKnown = [direction.before, direction.after].some(side => isConfigured(side, change));
    return observeCall(direction, change, {
      severity: isBroken(change, isKnown) ? 'warning' : 'notice',
      ownerHost: null,
      subject: isKnown ? { hosts: [configured ?? ''], port } : {},
    });
  },

  describe(seen) {
    return {
      title: `Calls to ${calledIn(seen)} are treated otherwise than before`,
      message: seen.change === null ? '' : fateWords(seen.change),
      fix: verdictChanged.fix,
    };
  },

  // It is reported whichever way it goes.
  gone: () => null,
};

/**
 * Whether what arrived somewhere does not any more. Of strangers only what is led to a cluster that is not there: what
 * expects HTTP on a port refuses whoever speaks something else there, which hardly anybody does.
 */
function isBroken({ before, after }: ChangedCall, isKnown: boolean): boolean {
  if (!arrives(before) || arrives(after)) return false;
  return isKnown ? after.kind !== 'unknown' : before.kind === 'passthrough' && after.kind === 'missing-cluster';
}

function calledIn({ subject, changes, change }: Seen): string {
  if (subject.port !== undefined) return `${list(subject.hosts ?? [])} on port ${subject.port}`;
  const kinds = [...new Set(changes.map(({ question }) => kindWords[question.kind]))];
  const what = kinds.length === 1 ? `(${kinds[0] ?? ''}) ` : '';
  return `hosts that nothing configures ${what}on port ${change?.question.port ?? ''}${othersIn(changes)}`;
}

function othersIn(changes: readonly ChangedCall[]): string {
  const others = new Set(changes.map(({ question }) => question.port)).size - 1;
  return others === 0 ? '' : ` and ${others} more`;
}

const kindWords = { tls: 'TLS', http: 'plain HTTP', tcp: 'plain TCP' } as const satisfies Record<
  ChangedCall['question']['kind'],
  string
>;
