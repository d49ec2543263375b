import { ruleIds } from '../../findings/rule-id.js';

/**
 * What a posted report may be (JSON Schema): the part of `schema/report.schema.json` that comments are written from, with an end
 * to every length and depth. Of other fields nothing is taken over: what is offered to be clicked or copied is not ours.
 */
export const reportSchema = {
  ...object(['schemaVersion', 'istioVersion', 'summary', 'findings', 'improvements', 'assumptions', 'problems'], {
    schemaVersion: { const: 1 },
    istioVersion: text(200),
    summary: object(['groups', 'changedGroups', 'resources'], {
      groups: integer(0, 1_000_000),
      changedGroups: integer(0, 1_000_000),
      resources: integer(0, 1_000_000),
    }),
    findings: list('finding', 2_000),
    improvements: list('improvement', 10_000),
    assumptions: { type: 'array', maxItems: 2_000, items: text(20_000) },
    problems: list('problem', 10_000),
    cautions: { type: 'array', maxItems: 10, items: text(5_000) },
    unread: { type: 'array', maxItems: 100_000, items: text(5_000) },
  }),
  definitions: {
    finding: object(['severity', ...said()], {
      severity: { enum: ['error', 'warning', 'notice'] },
      ...saying(),
      waivedBy: text(5_000),
    }),
    improvement: object(said(), saying()),
    group: object(['namespace', 'labels'], {
      namespace: name(),
      labels: { type: 'object', maxProperties: 100, additionalProperties: name() },
      workload: object(['kind', 'name'], { kind: name(), name: name() }),
    }),
    subject: object([], {
      hosts: { type: 'array', maxItems: 10_000, items: name() },
      port: integer(0, 65_535),
      listener: name(),
      cluster: name(),
      resources: list('resource', 10_000),
      entry: name(),
      waiver: name(),
    }),
    witness: object(['group', 'call', 'before', 'after'], {
      group: ref('group'),
      call: object(['kind', 'speaksFirst', 'address', 'port', 'command'], {
        kind: { enum: ['tls', 'http', 'tcp'] },
        speaksFirst: { enum: ['client', 'server'] },
        address: name(),
        port: integer(0, 65_535),
        host: name(),
        command: text(10_000),
      }),
      before: ref('verdict'),
      after: ref('verdict'),
    }),
    verdict: object(['kind'], { ...verdict(), otherwise: ref('plainVerdict') }),
    plainVerdict: object(['kind'], verdict()),
    resource: object(['kind', 'namespace', 'name'], {
      kind: name(),
      namespace: name(),
      name: name(),
      fromSnapshot: { const: true },
    }),
    cause: object(['kind', 'namespace', 'name', 'file', 'line', 'endLine', 'excerpt', 'side', 'change'], {
      kind: name(),
      namespace: name(),
      name: name(),
      file: text(4_096),
      line: lineNumber(),
      endLine: lineNumber(),
      excerpt: text(1_000),
      side: { enum: ['base', 'head'] },
      change: { enum: ['added', 'removed', 'modified', 'unchanged'] },
    }),
    problem: object(['code', 'message'], {
      code: { type: 'string', pattern: '^[a-z-]{1,40}$' },
      message: text(20_000),
      file: text(4_096),
      line: lineNumber(),
      column: integer(1, 100_000_000),
    }),
  },
};

/** What findings and improvements have both. */
function said(): readonly string[] {
  return [
    'rule',
    'fingerprint',
    'title',
    'message',
    'fix',
    'groups',
    'reachesOutside',
    'subject',
    'witness',
    'causes',
    'proof',
  ];
}

function saying(): Readonly<Record<string, object>> {
  return {
    rule: { enum: ruleIds },
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
    title: text(5_000),
    message: text(20_000),
    fix: text(20_000),
    groups: list('group', 20_000),
    reachesOutside: { type: 'boolean' },
    subject: ref('subject'),
    witness: { anyOf: [{ type: 'null' }, ref('witness')] },
    causes: list('cause', 5_000),
    proof: { enum: ['each', 'together', 'none'] },
  };
}

function verdict(): Readonly<Record<string, object>> {
  return {
    kind: {
      enum: [
        'delivered',
        'passthrough',
        'blackhole',
        'no-route',
        'redirect',
        'direct-response',
        'missing-cluster',
        'protocol-error',
        'stalled',
        'unknown',
      ],
    },
    cluster: name(),
    owner: ref('resource'),
    weights: { type: 'object', maxProperties: 100, additionalProperties: { type: 'number' } },
    status: integer(100, 599),
    reason: text(5_000),
  };
}

function object(required: readonly string[], properties: Readonly<Record<string, object>>) {
  return { type: 'object', required, properties, additionalProperties: false };
}

function list(of: string, most: number) {
  return { type: 'array', maxItems: most, items: ref(of) };
}

function ref(of: string) {
  return { $ref: `#/definitions/${of}` };
}

function text(longest: number) {
  return { type: 'string', maxLength: longest };
}

/** Of a resource, a host, a label or a cluster. */
function name() {
  return text(2_000);
}

function integer(minimum: number, maximum: number) {
  return { type: 'integer', minimum, maximum };
}

function lineNumber() {
  return integer(1, 100_000_000);
}
