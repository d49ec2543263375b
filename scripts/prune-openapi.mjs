/**
 * Cuts GitHub's description (OpenAPI 3.0) down to some operations, some webhooks and the schemas that they reach, as
 * JSON Schema:
 *
 *     { operations: [{ id, method, path, parameters: { path, query }, body, bodyRequired, answers: { [status]: schema } }],
 *       webhooks: { [name]: schema of the payload },
 *       schemas: { [name]: schema } }
 *
 * Parameters and bodies are closed: GitHub ignores a field that it does not know, a test had better not. A schema of
 * null stands for no content. References are `#/schemas/NAME`.
 */
export function prune(description, ids, events) {
  const reached = new Map();
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => ids.includes(operationId))
      .map(([method, operation]) => describe(method.toUpperCase(), path, operation)),
  );
  const webhooks = events
    .filter(event => event in description['x-webhooks'])
    .map(event => [event, toSchema(contentOf(description['x-webhooks'][event].post.requestBody), false)]);
  const found = [...operations.map(({ id }) => id), ...webhooks.map(([event]) => event)];
  const missing = [...ids, ...events].filter(name => !found.includes(name));
  if (missing.length > 0) throw new Error(`it does not describe ${missing.join(', ')}`);
  return { operations, webhooks: Object.fromEntries(webhooks), schemas: Object.fromEntries(reached) };

  function describe(method, path, { operationId, parameters = [], requestBody, responses }) {
    const given = parameters.map(resolve);
    const body = requestBody === undefined ? null : contentOf(requestBody);
    return {
      id: operationId,
      method,
      path,
      parameters: { path: objectOf(given, 'path'), query: objectOf(given, 'query') },
      body: body === null ? null : toSchema(body, true),
      bodyRequired: requestBody?.required === true,
      answers: Object.fromEntries(
        Object.entries(responses).map(([status, response]) => {
          const schema = contentOf(resolve(response));
          return [status, schema === null ? null : toSchema(schema, false)];
        }),
      ),
    };
  }

  function objectOf(parameters, place) {
    const those = parameters.filter(parameter => parameter.in === place);
    return {
      type: 'object',
      properties: Object.fromEntries(those.map(({ name, schema }) => [name, toSchema(schema, true)])),
      required: those.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    };
  }

  function resolve(node) {
    if (typeof node.$ref !== 'string') return node;
    return node.$ref
      .slice('#/'.length)
      .split('/')
      .reduce((found, key) => found[key], description);
  }

  /** OpenAPI's `nullable` becomes a type or an alternative; what only tells people something is left out. */
  function toSchema(node, closed) {
    if (typeof node.$ref === 'string') return closed ? toSchema(resolve(node), true) : reference(node.$ref);
    const schema = {};
    for (const [key, value] of Object.entries(node)) {
      if (['properties', 'patternProperties'].includes(key))
        schema[key] = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toSchema(one, closed)]));
      else if (['items', 'not', 'additionalProperties'].includes(key) && typeof value === 'object')
        schema[key] = toSchema(value, closed);
      else if (['allOf', 'anyOf', 'oneOf'].includes(key)) schema[key] = value.map(one => toSchema(one, closed));
      else if (kept.includes(key)) schema[key] = value;
    }
    if (closed && schema.properties !== undefined) schema.additionalProperties ??= false;
    if (!node.nullable) return schema;
    if (schema.enum !== undefined) schema.enum = [...schema.enum, null];
    if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
    return { anyOf: [schema, { type: 'null' }] };
  }

  function reference(ref) {
    const name = ref.split('/').at(-1);
    if (!reached.has(name)) {
      reached.set(name, {});
      reached.set(name, toSchema(resolve({ $ref: ref }), false));
    }
    return { $ref: `#/schemas/${name}` };
  }
}

const kept = [
  ...['type', 'enum', 'format', 'pattern', 'default', 'required', 'additionalProperties'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems'],
];

function contentOf({ content }) {
  return content?.['application/json']?.schema ?? null;
}
