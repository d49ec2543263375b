import { quote } from './fault.js';

const DNS_LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

/** Whether Istio takes the text for a label of a domain name, in either case (`labels.IsDNS1123Label`). */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && DNS_LABEL.test(text);
}

/** What `isDnsLabel` allows, for messages. */
export const DNS_LABEL_FORM = '1 to 63 letters, digits and "-", with a letter or digit at both ends';

/** What is wrong with a domain name without wildcards; null where nothing is (`agent.ValidateFQDN`). */
export function faultOfDomainName(name: string): string | null {
  return faultOfLength(name) ?? faultOfLabels(name);
}

/** The same for a name whose first label may be `*`, `*-a` or `*a` (`agent.ValidateWildcardDomain`). */
export function faultOfWildcardName(name: string): string | null {
  const dot = name.indexOf('.');
  const first = dot < 0 ? name : name.slice(0, dot);
  const isAllowed = first === '*' || (first.length <= 63 && DNS_LABEL.test(first.replace(/^\*-?/, '')));
  const wrongFirst = isAllowed ? null : `a domain name; its part ${quote(first)} is not ${DNS_LABEL_FORM}`;
  return faultOfLength(name) ?? wrongFirst ?? (dot < 0 ? null : faultOfLabels(name.slice(dot + 1)));
}

/** What is wrong with a wildcard that is not a label of its own, in front; null otherwise. */
export function faultOfPartialWildcard(name: string): string | null {
  return !name.includes('*') || name === '*' || name.startsWith('*.')
    ? null
    : 'a wildcard only as "*" or in front, as "*."';
}

function faultOfLength(name: string): string | null {
  if (name === '') return 'a domain name';
  return name.length > 255 ? `a domain name of at most 255 characters, not ${name.length}` : null;
}

function faultOfLabels(name: string): string | null {
  const labels = name.split('.');
  const top = labels.at(-1) ?? '';
  if (isGoInteger(top)) return `a domain name; its last part ${quote(top)} is a number`;
  // An empty last label is the dot at the end of an unambiguous name.
  const wrong = labels.find((label, index) => !isDnsLabel(label) && !(label === '' && index === labels.length - 1));
  return wrong === undefined ? null : `a domain name; its part ${quote(wrong)} is not ${DNS_LABEL_FORM}`;
}

/** Whether `strconv.Atoi` takes the text: what overflows 64 bits is no number to it. */
export function isGoInteger(text: string): boolean {
  return /^[-+]?\d+$/.test(text) && BigInt.asIntN(64, BigInt(text.replace('+', ''))) === BigInt(text.replace('+', ''));
}
