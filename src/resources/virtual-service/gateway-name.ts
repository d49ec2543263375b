import { DNS_LABEL_FORM, faultOfDomainName, isDnsLabel } from '../domain-name.js';
import type { Path, Report } from '../fault.js';

/**
 * Gateways are named `namespace/name`. Of a name without slash (`mesh`, a legacy domain name) the rest of the list is
 * not looked at, just as upstream.
 *
 * Mirrors `validateGatewayNames`; the gateways of Gateway API have names that are no labels.
 */
export function validateGatewayNames(
  gateways: readonly string[],
  isGatewayApi: boolean,
  path: Path,
  report: Report,
): void {
  for (const [index, gateway] of gateways.entries()) {
    const slash = gateway.indexOf('/');
    if (slash < 0) {
      const fault = faultOfDomainName(gateway);
      if (fault !== null) report([...path, index], `"mesh", namespace/name or ${fault}`);
      return;
    }
    const namespace = gateway.slice(0, slash);
    const name = gateway.slice(slash + 1);
    if (!isDnsLabel(namespace)) report([...path, index], `before the slash a namespace: ${DNS_LABEL_FORM}`);
    if (name === '' || (!isDnsLabel(name) && !isGatewayApi)) {
      report([...path, index], `after the slash the name of a Gateway: ${DNS_LABEL_FORM}`);
    }
  }
}
