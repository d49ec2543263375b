import { expect, test } from '@jest/globals';
import { faultsOf } from '../faults.js';

/** The faults of a policy, without the places, and with its path left out. */
function faultsOfPolicy(policy: string): string[] {
  const text = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: shop}
spec: {host: a.com, trafficPolicy: {${policy}}}
`;
  return faultsOf(text).map(fault => fault.replace(/^\d+:\d+ /, '').replaceAll('spec.trafficPolicy.', ''));
}

const hash = (what: string) => `loadBalancer: {consistentHash: {${what}}}`;
const locality = (what: string) => `loadBalancer: {localityLbSetting: {${what}}}`;
const from = (...regions: string[]) =>
  locality(`distribute: [${regions.map(region => `{from: ${region}, to: {a: 100}}`).join(', ')}]`);

// prettier-ignore
const refused: [what: string, policy: string, ...faults: string[]][] = [
  ['a tunnel and the PROXY protocol', 'tunnel: {targetHost: a.com, targetPort: 80}, proxyProtocol: {}', 'tunnel is a mapping, expected none beside proxyProtocol: keep one of the two'],
  ['a tunnel by another method', 'tunnel: {protocol: GET, targetHost: a.com, targetPort: 80}', 'tunnel.protocol is "GET", expected CONNECT or POST'],
  ['a tunnel to a wildcard', 'tunnel: {targetHost: "*.com", targetPort: 80}', 'tunnel.targetHost is "*.com", expected a domain name or an IP address'],
  ['a tunnel without port', 'tunnel: {targetHost: a.com}', 'tunnel.targetPort is missing, expected a port number from 1 to 65535'],
  ['a version of the PROXY protocol that is none', 'proxyProtocol: {version: 2}', 'proxyProtocol.version is 2, expected V1 or V2'],
  ['settings of no port', 'portLevelSettings: [{tls: {mode: SIMPLE}}]', 'portLevelSettings[0].port is missing, expected the port that the settings are for'],
  ['no settings of a port', 'portLevelSettings: [{port: {number: 80}}]', 'portLevelSettings[0] is a mapping, expected at least one of loadBalancer, connectionPool, outlierDetection and tls'],
  ['mutual TLS without files', 'tls: {mode: MUTUAL}', 'tls.clientCertificate is missing, expected the path of a file, or a credentialName, with mode MUTUAL', 'tls.privateKey is missing, expected the path of a file, or a credentialName, with mode MUTUAL'],
  ['a credential and files', 'tls: {mode: SIMPLE, credentialName: a, caCertificates: /b}', 'tls.caCertificates is "/b", expected none beside credentialName'],
  ['an authority that nothing is verified with', 'tls: {mode: SIMPLE, insecureSkipVerify: true, caCertificates: /b}', 'tls.caCertificates is "/b", expected none with insecureSkipVerify'],
  ['names that nothing is verified with', 'tls: {mode: MUTUAL, credentialName: a, insecureSkipVerify: true, subjectAltNames: [a]}', 'tls.subjectAltNames is a list of 1, expected none with insecureSkipVerify'],
  ['a ConfigMap of another namespace', 'tls: {credentialName: "configmap://pay/ca"}', 'tls.credentialName is "configmap://pay/ca", expected a ConfigMap of its own namespace, as in "configmap://shop/name"'],
  ['a percentage beyond all', 'outlierDetection: {maxEjectionPercent: 101}', 'outlierDetection.maxEjectionPercent is 101, expected a percentage from 0 to 100'],
  ['an interval too fine', 'outlierDetection: {interval: 1us}', 'outlierDetection.interval is "1us", expected at least 1ms, and whole milliseconds'],
  ['local failures that are not split', 'outlierDetection: {consecutiveLocalOriginFailures: 5}', 'outlierDetection.consecutiveLocalOriginFailures is 5, expected none without splitExternalLocalOriginErrors'],
  ['failures that are no number', 'outlierDetection: {consecutive_5xx_errors: many}', 'outlierDetection.consecutive_5xx_errors is "many", expected a whole number from 0 to 4294967295'],
  ['a pool without settings', 'connectionPool: {}', 'connectionPool is an empty mapping, expected tcp or http settings'],
  ['a cookie without name', hash('httpCookie: {}'), 'loadBalancer.consistentHash.httpCookie.name is missing, expected the name of the cookie'],
  ['an attribute twice', hash('httpCookie: {name: a, attributes: [{name: b}, {name: b}]}'), 'loadBalancer.consistentHash.httpCookie.attributes[1].name is "b", expected each once: loadBalancer.consistentHash.httpCookie.attributes[0].name is the same'],
  ['a ring of two sizes', hash('minimumRingSize: 1, ringHash: {}'), 'loadBalancer.consistentHash.minimumRingSize is 1, expected none beside ringHash'],
  ['a table of no prime size', hash('maglev: {tableSize: 25}'), 'loadBalancer.consistentHash.maglev.tableSize is 25, expected a prime number less than 5000011'],
  ['a table too large', hash('maglev: {tableSize: 5000011}'), 'loadBalancer.consistentHash.maglev.tableSize is 5000011, expected a prime number less than 5000011'],
  ['a warm-up without duration', 'loadBalancer: {warmup: {aggression: 0.5}}', 'loadBalancer.warmup.duration is missing, expected a duration such as "30s"', 'loadBalancer.warmup.aggression is 0.5, expected at least 1'],
  ['weights of less than all', locality('distribute: [{from: a, to: {b: 60, c: 30}}]'), 'loadBalancer.localityLbSetting.distribute[0].to is a mapping, expected weights that add up to 100, not 90'],
  ['distribution and failover', locality('distribute: [{from: a, to: {b: 100}}], failover: [{from: a, to: b}]'), 'loadBalancer.localityLbSetting.failover is a list of 1, expected none beside distribute: keep one of the two'],
  ['failover to the same region', locality('failover: [{from: a, to: a}]'), 'loadBalancer.localityLbSetting.failover[0].to is "a", expected another region than from'],
  ['failover to a zone', locality('failover: [{from: a, to: a/b}]'), 'loadBalancer.localityLbSetting.failover[0].to is "a/b", expected a region, without "/" and "*"'],
  ['failover by region and by its label', locality('failover: [{from: a, to: b}], failoverPriority: [topology.kubernetes.io/region]'), 'loadBalancer.localityLbSetting.failoverPriority[0] is "topology.kubernetes.io/region", expected no label of the topology beside failover'],
  ['a locality in another', from('a', 'a/b'), 'loadBalancer.localityLbSetting.distribute[1].from is "a/b", expected localities that do not overlap: "a" does'],
  ['a locality around another', from('a/b', 'a'), 'loadBalancer.localityLbSetting.distribute[1].from is "a", expected localities that do not overlap: "a/b" does'],
  ['a locality in a wildcard', from('a/*', 'a/b/c'), 'loadBalancer.localityLbSetting.distribute[1].from is "a/b/c", expected localities that do not overlap: "a/*" does'],
  ['a wildcard within', from('"*/a"'), 'loadBalancer.localityLbSetting.distribute[0].from is "*/a", expected "*" only once, at the end'],
  ['a locality with a gap', from('a//b'), 'loadBalancer.localityLbSetting.distribute[0].from is "a//b", expected region, region/zone or region/zone/subzone'],
];

test.each(refused)('%s is refused', (_what, policy, ...faults) => {
  expect(faultsOfPolicy(policy)).toEqual(faults);
});

test.each([
  ['a load balancer by number', 'loadBalancer: {simple: 99}'],
  ['a cookie that does not count', hash('httpCookie: {}, useSourceIp: false')],
  ['a table of size 1', hash('maglev: {tableSize: 1}')],
  ['a wildcard after what it covers', from('a/b', '"a/*"')],
  ['subzones of one zone, with slashes', from('a/b/c', 'a/b/c/d')],
  ['files without a mode that needs them', 'tls: {mode: ISTIO_MUTUAL, credentialName: a, caCertificates: /b}'],
  ['a ConfigMap of its own', 'tls: {mode: SIMPLE, credentialName: "configmap://shop/ca"}'],
  ['port 0 of settings', 'portLevelSettings: [{port: {}, tls: {}}]'],
  ['an IP address to tunnel to', 'tunnel: {targetHost: "2001:db8::1", targetPort: 443}'],
])('accepted: %s', (_what, policy) => {
  expect(faultsOfPolicy(policy)).toEqual([]);
});
