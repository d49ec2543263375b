import type { Proxy } from '../proxy/proxy.js';
import { parseAddress } from '../resources/ip-address.js';
import type { LiveSidecar } from './live-sidecar.js';

/** The addresses and the DNS capture of the pod whose sidecar a dump shows; its listeners tell where its node does not. */
export function podOf({ node, listeners }: LiveSidecar): Pick<Proxy, 'ips' | 'capturesDns' | 'allocatesAddresses'> {
  const ips = (node?.ips ?? []).filter(ip => parseAddress(ip) !== null);
  const all = listeners ?? [];
  const hasAutomatic = all.some(({ address }) => AUTOMATIC.test(address));
  const [outbound] = all.filter(({ useOriginalDst }) => useOriginalDst);
  return {
    ips: ips.length > 0 ? ips : [outbound?.address === '::' ? ANY_V6 : ANY_V4],
    capturesDns: node?.capturesDns ?? hasAutomatic,
    allocatesAddresses: node?.allocatesAddresses ?? hasAutomatic,
  };
}

/** Documentation addresses: only their family counts. */
const ANY_V4 = '192.0.2.1';
const ANY_V6 = '2001:db8::1';

/** The ranges that istiod allocates from by default (CV-19): only sidecars that capture DNS have such listeners. */
const AUTOMATIC = /^(?:240\.240\.|2001:2:)/;
