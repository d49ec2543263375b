import type { ScalarNode } from './node.js';

type ScalarType = ScalarNode['type'];

const words = new Map<string, ScalarType>([
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, 'null'] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, 'boolean'] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    word => [word, 'boolean'] as const,
  ),
  ...['.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF'].map(word => [word, 'float'] as const),
  ...['+.inf', '+.Inf', '+.INF', '-.inf', '-.Inf', '-.INF'].map(word => [word, 'float'] as const),
]);

const integer = /^[-+]?(?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** The first characters that a plain scalar other than a string can have; index by char code. */
const canBeTyped = Array.from({ length: 128 }, (_, code) =>
  '+-.0123456789~yYnNtTfFoO'.includes(String.fromCharCode(code)),
);

/**
 * What Kubernetes' reader takes an unquoted scalar for: YAML 1.1 words (`yes`, `off`, `y`), octal `0777`,
 * digits grouped by `_`; a date stays a string.
 *
 * Mirrors `resolve` of sigs.k8s.io/yaml goyaml.v2, which kubectl and istiod decode manifests with.
 */
export function typeOfPlain(text: string): ScalarType {
  if (text === '') return 'null';
  if (canBeTyped[text.charCodeAt(0)] !== true) return 'string';
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first > 0x39) return 'string';
  const digits = first === 0x2e ? text : text.replaceAll('_', '');
  if (integer.test(digits)) return 'integer';
  return float.test(digits) && Number.isFinite(Number(digits)) ? 'float' : 'string';
}

/** The number that an `integer` or `float` scalar stands for, as Kubernetes counts (`0777` is 511); else null. */
export function numberOf(node: ScalarNode): number | null {
  switch (node.type) {
    case 'integer':
      return integerOf(node.text.replaceAll('_', '').toLowerCase());
    case 'float':
      return floatOf(node.text.toLowerCase());
    case 'string':
    case 'boolean':
    case 'null':
      return null;
    default:
      return node.type satisfies never;
  }
}

/** The truth that a `boolean` scalar stands for (`on` is true); else null. */
export function booleanOf(node: ScalarNode): boolean | null {
  if (node.type !== 'boolean') return null;
  return ['y', 'yes', 'true', 'on'].includes(node.text.toLowerCase());
}

function integerOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '');
  return sign * Number(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
}

function floatOf(text: string): number {
  if (text.endsWith('nan')) return NaN;
  if (text.endsWith('inf')) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text.replaceAll('_', ''));
}
