import { faultOfPartialWildcard, faultOfWildcardName, isDnsLabel } from './domain-name.js';
import type { Path, Report } from './fault.js';

/** A host of an egress listener is `namespace/dnsName` (`agent.ValidateNamespaceSlashWildcardHostname`). */
export function validateEgressHost(host: string, path: Path, report: Report): void {
  const fault = faultOfEgressHost(host);
  if (fault !== null) report(path, fault);
}

function faultOfEgressHost(host: string): string | null {
  const slash = host.indexOf('/');
  if (slash < 0) return 'the form namespace/host, such as "./*" or "*/api.example.com"';
  const namespace = host.slice(0, slash);
  const name = host.slice(slash + 1);
  if (!['.', '*', '~'].includes(namespace) && !isDnsLabel(namespace)) {
    return 'a namespace before the slash, "." for its own, "*" for any or "~" for none';
  }
  if (name === '*') return null;
  const fault = faultOfWildcardName(name) ?? faultOfPartialWildcard(name);
  if (fault !== null) return `after the slash ${fault}`;
  return name.includes('.') ? null : 'after the slash a full domain name: short names are not looked up';
}
