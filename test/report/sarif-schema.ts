/**
 * What we write of SARIF 2.1.0, as JSON Schema: the properties of the standard (sections 3.13 to 3.58) with their types and
 * which of them are required, and beyond it what code scanning asks for: no empty string, relative paths, its limits.
 */
export const sarifSchema = {
  ...object(['$schema', 'version', 'runs'], {
    $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
    version: { const: '2.1.0' },
    runs: { type: 'array', minItems: 1, maxItems: 1, items: { $ref: '#/definitions/run' } },
  }),
  definitions: {
    run: object(['tool', 'columnKind', 'invocations', 'results'], {
      tool: object(['driver'], { driver: { $ref: '#/definitions/driver' } }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      invocations: { type: 'array', minItems: 1, maxItems: 1, items: { $ref: '#/definitions/invocation' } },
      results: { type: 'array', maxItems: 5_000, items: { $ref: '#/definitions/result' } },
    }),
    driver: object(['name', 'semanticVersion', 'rules'], {
      name: text(255),
      semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      rules: { type: 'array', uniqueItems: true, items: { $ref: '#/definitions/rule' } },
    }),
    rule: object(['id', 'name', 'shortDescription', 'fullDescription', 'help', 'defaultConfiguration', 'properties'], {
      id: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
      name: { type: 'string', pattern: '^([A-Z][a-z]+)+$', maxLength: 255 },
      shortDescription: message(1_024),
      fullDescription: message(1_024),
      help: object(['text', 'markdown'], { text: text(10_000), markdown: text(20_000) }),
      helpUri: { type: 'string', pattern: '^https://[^\\s]+$' },
      defaultConfiguration: object(['level'], { level: { $ref: '#/definitions/level' } }),
      properties: object(['tags', 'problem.severity'], {
        tags: { type: 'array', uniqueItems: true, maxItems: 10, items: text(100) },
        'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
      }),
    }),
    invocation: object(['executionSuccessful', 'toolExecutionNotifications'], {
      executionSuccessful: { type: 'boolean' },
      toolExecutionNotifications: { type: 'array', maxItems: 1_001, items: { $ref: '#/definitions/notification' } },
    }),
    notification: object(['level', 'message'], {
      level: { $ref: '#/definitions/level' },
      message: message(4_000),
      descriptor: object(['id'], { id: text(100) }),
      locations: { type: 'array', items: { $ref: '#/definitions/location' } },
    }),
    result: object(['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'], {
      ruleId: text(255),
      ruleIndex: { type: 'integer', minimum: 0 },
      level: { $ref: '#/definitions/level' },
      message: message(4_100),
      locations: { type: 'array', minItems: 1, maxItems: 1, items: { $ref: '#/definitions/location' } },
      relatedLocations: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/definitions/location' } },
      partialFingerprints: object(['istioEgressReview/v1', 'primaryLocationLineHash'], {
        'istioEgressReview/v1': { type: 'string', pattern: '^[0-9a-f]{16}$' },
        primaryLocationLineHash: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      }),
      suppressions: {
        type: 'array',
        items: object(['kind', 'status', 'justification'], {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: text(1_100),
        }),
      },
    }),
    location: object(['physicalLocation'], {
      message: message(1_000),
      physicalLocation: object(['artifactLocation', 'region'], {
        artifactLocation: object(['uri'], {
          uri: { type: 'string', pattern: "^([A-Za-z0-9_.!~*'()/-]|%[0-9A-F]{2})+$" },
        }),
        region: object(['startLine'], {
          startLine: { type: 'integer', minimum: 1 },
          startColumn: { type: 'integer', minimum: 1 },
          endLine: { type: 'integer', minimum: 1 },
          endColumn: { type: 'integer', minimum: 1 },
        }),
      }),
    }),
    level: { enum: ['error', 'warning', 'note'] },
  },
};

function object(required: readonly string[], properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, required, properties };
}

/** Never empty: code scanning refuses a file with an empty string. */
function text(longest: number) {
  return { type: 'string', pattern: '\\S', maxLength: longest };
}

function message(longest: number) {
  return object(['text'], { text: text(longest) });
}
