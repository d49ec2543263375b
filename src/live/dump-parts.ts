import { type InputError, inputError } from '../source/problem.js';
import { entriesOf, field, isSet, itemsOf, textOf, type ProtoValue } from './proto-json.js';

/** What one JSON text holds, unread: a whole dump, or one listing of istioctl. A part that it lacks is null. */
export interface DumpParts {
  readonly node: ProtoValue | null;
  readonly listeners: readonly SentListener[] | null;
  readonly tables: readonly SentPart[] | null;
  readonly clusters: readonly SentPart[] | null;
}

export interface SentPart {
  readonly message: ProtoValue;
  /** It stands in Envoy's bootstrap or inside of a listener, and was never asked of istiod by its own name. */
  readonly isStatic: boolean;
}

export interface SentListener extends SentPart {
  readonly name: string;
  readonly state: 'active' | 'refused' | 'warming';
  readonly error: string;
}

/** A text that a user named. */
export interface DumpText {
  readonly name: string;
  readonly text: string;
}

const nothing: DumpParts = { node: null, listeners: null, tables: null, clusters: null };

/**
 * Takes one text apart: `/config_dump` of Envoy and `istioctl proxy-config all -o json`, which are the same, or
 * `istioctl proxy-config listeners|routes|clusters|bootstrap -o json`, which list messages without their wrapping.
 *
 * @throws InputError for every other text.
 */
export function partsOf({ name, text }: DumpText): DumpParts {
  const root = parse(name, text);
  if (Array.isArray(root.found)) return listingParts(root);
  if (isSet(field(root, 'configs'))) return itemsOf(field(root, 'configs')).map(configParts).reduce(joined, nothing);
  if (isSet(field(root, 'bootstrap'))) return { ...nothing, node: field(field(root, 'bootstrap'), 'node') };
  if (isSet(field(root, 'workloads')) && isSet(field(root, 'services'))) {
    throw refusal(`'${name}' is the dump of a ztunnel, which has no listeners to compare`, 'a sidecar');
  }
  throw refusal(`'${name}' holds no configuration of Envoy`, 'one');
}

/** Two texts of one sidecar, such as its listeners and its routes. */
export function joined(one: DumpParts, other: DumpParts): DumpParts {
  return {
    node: one.node ?? other.node,
    listeners: both(one.listeners, other.listeners),
    tables: both(one.tables, other.tables),
    clusters: both(one.clusters, other.clusters),
  };
}

function both<Part>(one: readonly Part[] | null, other: readonly Part[] | null): readonly Part[] | null {
  return one === null ? other : other === null ? one : [...one, ...other];
}

function parse(name: string, text: string): ProtoValue {
  try {
    return { at: name, found: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(/,? ?"/, 1).join('') : String(cause);
    throw refusal(`'${name}' is not JSON (${reason})`, 'one', cause);
  }
}

function refusal(found: string, whose: string, cause?: unknown): InputError {
  const message = `${found}: expected what 'istioctl proxy-config all POD -o json' prints of ${whose}`;
  return inputError('field-type', message, cause);
}

function configParts(config: ProtoValue): DumpParts {
  switch (textOf(field(config, '@type')).split('.').at(-1)) {
    case 'BootstrapConfigDump':
      return { ...nothing, node: field(field(config, 'bootstrap'), 'node') };
    case 'ListenersConfigDump':
      return { ...nothing, listeners: listenersOf(config) };
    case 'RoutesConfigDump':
      return {
        ...nothing,
        tables: [
          ...sent(config, 'dynamic_route_configs', 'route_config', false),
          ...sent(config, 'static_route_configs', 'route_config', true),
        ],
      };
    case 'ClustersConfigDump':
      return {
        ...nothing,
        clusters: [
          ...sent(config, 'dynamic_active_clusters', 'cluster', false),
          ...sent(config, 'dynamic_warming_clusters', 'cluster', false),
          ...sent(config, 'static_clusters', 'cluster', true),
        ],
      };
    default:
      return nothing;
  }
}

function sent(config: ProtoValue, list: string, wrapped: string, isStatic: boolean): readonly SentPart[] {
  return itemsOf(field(config, list))
    .map(item => ({ message: field(item, wrapped), isStatic }))
    .filter(({ message }) => isSet(message));
}

function listenersOf(config: ProtoValue): readonly SentListener[] {
  const dynamic = itemsOf(field(config, 'dynamic_listeners')).flatMap(sentListener);
  const fixed = sent(config, 'static_listeners', 'listener', true).map(part => ({
    ...part,
    name: textOf(field(part.message, 'name')),
    state: 'active' as const,
    error: '',
  }));
  return [...dynamic, ...fixed];
}

/** What istiod sent last, whatever Envoy made of it; nothing for a listener that only drains. */
function sentListener(dynamic: ProtoValue): readonly SentListener[] {
  const name = textOf(field(dynamic, 'name'));
  const failure = field(dynamic, 'error_state');
  const failed = field(failure, 'failed_configuration');
  const warming = field(field(dynamic, 'warming_state'), 'listener');
  const active = field(field(dynamic, 'active_state'), 'listener');
  const as = (message: ProtoValue, state: SentListener['state']): SentListener[] => [
    { name, message, state, isStatic: false, error: textOf(field(failure, 'details')) },
  ];
  if (isSet(failure) && isSet(failed)) return as(failed, 'refused');
  if (isSet(warming)) return as(warming, 'warming');
  if (isSet(active)) return as(active, isSet(failure) ? 'refused' : 'active');
  return isSet(failure) ? as(failed, 'refused') : [];
}

const listenerFields = ['filter_chains', 'default_filter_chain', 'listener_filters', 'traffic_direction'];
const tableFields = ['virtual_hosts', 'validate_clusters', 'ignore_port_in_host_matching'];
const clusterFields = ['type', 'cluster_type', 'connect_timeout', 'lb_policy', 'load_assignment', 'circuit_breakers'];

/** A listing says of no message what it is: the fields tell. */
function listingParts(root: ProtoValue): DumpParts {
  const messages = itemsOf(root);
  const isOf = (fields: readonly string[]) =>
    messages.some(message => fields.some(name => isSet(field(message, name))));
  const parts = messages.map(message => ({ message, isStatic: false }));
  if (isOf(listenerFields)) {
    const named = parts.map(part => ({ ...part, name: textOf(field(part.message, 'name')) }));
    return { ...nothing, listeners: named.map(part => ({ ...part, state: 'active' as const, error: '' })) };
  }
  if (isOf(tableFields)) return { ...nothing, tables: parts };
  if (isOf(clusterFields)) return { ...nothing, clusters: parts };
  const [first] = messages;
  const found = first === undefined ? 'an empty list' : `a list of what has ${fieldNames(first)}`;
  throw refusal(`'${root.at}' is ${found}`, 'a sidecar');
}

function fieldNames(message: ProtoValue): string {
  return entriesOf(message)
    .slice(0, 4)
    .map(([key]) => key)
    .join(', ');
}
