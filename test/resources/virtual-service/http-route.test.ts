import { expect, test } from '@jest/globals';
import { faultsOf } from '../faults.js';

/** The faults of a route, without the places, and with its path left out. */
function faultsOfRoute(route: string): string[] {
  const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: pay, namespace: shop}
spec: {hosts: [a.com], http: [{${route}}]}
`;
  return faultsOf(text).map(fault => fault.replace(/^\d+:\d+ /, '').replaceAll('spec.http[0].', ''));
}

const to = 'route: [{destination: {host: a.com}}]';
const token = "the name of a header: letters, digits and !#$%&'*+-.^_`|~";
const label = '1 to 63 letters, digits and "-", with a letter or digit at both ends';

// prettier-ignore
const refused: [what: string, route: string, ...faults: string[]][] = [
  ['nothing', 'name: a', 'route is missing, expected at least one destination, or a redirect or directResponse'],
  ['a redirect and a route', `redirect: {uri: /}, ${to}`, 'route is a list of 1, expected none beside redirect'],
  ['a response and a route', `directResponse: {status: 200}, ${to}`, 'route is a list of 1, expected none beside directResponse'],
  ['a redirect and a response', 'redirect: {uri: /}, directResponse: {status: 200}', 'directResponse is a mapping, expected none beside redirect'],
  ['a redirect and a rewrite', 'redirect: {uri: /}, rewrite: {uri: /}', 'rewrite is a mapping, expected none beside redirect'],
  ['a delegate and a route', `delegate: {name: a}, ${to}`, 'route is a list of 1, expected none beside delegate'],
  ['a mirror and mirrors', `mirror: {host: a.com}, mirrors: [{destination: {host: a.com}}], ${to}`, 'mirror is a mapping, expected none beside mirrors: keep one of the two'],
  ['a route without destination', 'route: [{weight: 1}]', 'route[0].destination is missing, expected a destination with a host'],
  ['a destination for everything', 'route: [{destination: {host: "*"}}]', 'route[0].destination.host is "*", expected a host; "*" alone is none to send to'],
  ['a subset that is no label', 'route: [{destination: {host: a.com, subset: a_b}}]', `route[0].destination.subset is "a_b", expected the name of a subset: ${label}`],
  ['port 0', 'route: [{destination: {host: a.com, port: {}}}]', 'route[0].destination.port.number is missing, expected a port number from 1 to 65535'],
  ['a negative weight', 'route: [{destination: {host: a.com}, weight: -1}]', 'route[0].weight is -1, expected a weight that is not negative'],
  ['an empty prefix of a header', `match: [{headers: {a: {prefix: ""}}}], ${to}`, 'match[0].headers.a.prefix is "", expected a prefix that is not empty'],
  ['an empty regex', `match: [{uri: {regex: ""}}], ${to}`, 'match[0].uri.regex is "", expected a regular expression that is not empty'],
  ['a regex that is none', `match: [{uri: {regex: "[a"}}], ${to}`, 'match[0].uri.regex is "[a", expected a regular expression in RE2 syntax: a "]" for the "["'],
  ['a regex that is long', `match: [{uri: {regex: ${'ä'.repeat(513)}}}], ${to}`, `match[0].uri.regex is "${'ä'.repeat(80)}…", expected a regular expression in RE2 syntax: at most 1024 bytes, not 1026`],
  ['a header that is none', `match: [{headers: {"a b": {exact: a}}}], ${to}`, `match[0].headers["a b"] is a mapping, expected ${token}`],
  ['port 70000', `match: [{port: 70000}], ${to}`, 'match[0].port is 70000, expected a port number from 1 to 65535'],
  ['a label that is none', `match: [{sourceLabels: {a: "-"}}], ${to}`, 'match[0].sourceLabels.a is "-", expected letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
  ['a namespace that is none', `match: [{sourceNamespace: a.b}], ${to}`, 'match[0].sourceNamespace is "a.b", expected the name of a namespace'],
  ['a header without name', `headers: {request: {set: {"": a}}}, ${to}`, 'headers.request.set[""] is "a", expected the name of a header'],
  ['a pseudo-header', `headers: {request: {add: {":path": a}}}, ${to}`, 'headers.request.add[":path"] is "a", expected a header that does not begin with ":": Envoy makes those itself'],
  ['a Host in a response', `headers: {response: {set: {Host: a}}}, ${to}`, 'headers.response.set.Host is "a", expected no change of the header Host here'],
  ['a Host removed', `headers: {request: {remove: [host]}}, ${to}`, 'headers.request.remove[0] is "host", expected no change of the header Host here'],
  ['a variable without end', `headers: {request: {set: {a: "%REQ(b"}}}, ${to}`, 'headers.request.set.a is "%REQ(b", expected a text with variables as in %REQ(:path)%, and %% for a percent sign'],
  ['headers of a destination', 'route: [{destination: {host: a.com}, headers: {request: {set: {":path": a}}}}]', 'route[0].headers.request.set[":path"] is "a", expected a header that does not begin with ":": Envoy makes those itself'],
  ['the authority set twice', `rewrite: {authority: b.com}, headers: {request: {set: {host: c.com}}}, ${to}`, 'headers.request.set.host is "c.com", expected the authority to be set once: it already is'],
  ['a redirect to nowhere', 'redirect: {redirectCode: 302}', 'redirect is a mapping, expected a uri, authority, scheme or port to redirect to'],
  ['a redirect that is none', 'redirect: {uri: /, redirectCode: 200}', 'redirect.redirectCode is 200, expected a code from 300 to 399'],
  ['a scheme of its own', 'redirect: {scheme: ftp}', 'redirect.scheme is "ftp", expected http or https'],
  ['a status that is none', 'directResponse: {status: 99}', 'directResponse.status is 99, expected an HTTP status from 200 to 600'],
  ['a body of a megabyte', `directResponse: {status: 200, body: {string: ${'ä'.repeat(2 ** 19 + 1)}}}`, 'directResponse.body is a mapping, expected at most 1048576 bytes, not 1048578'],
  ['a rewrite of nothing', `rewrite: {}, ${to}`, 'rewrite is an empty mapping, expected a uri, uriRegexRewrite or authority to rewrite'],
  ['two rewrites of the path', `rewrite: {uri: /, uriRegexRewrite: {match: a, rewrite: b}}, ${to}`, 'rewrite.uriRegexRewrite is a mapping, expected none beside uri: keep one of the two'],
  ['a rewrite by half', `rewrite: {uriRegexRewrite: {match: a}}, ${to}`, 'rewrite.uriRegexRewrite.rewrite is missing, expected what to put in place of the match'],
  ['retries that are off', `retries: {perTryTimeout: 1s}, ${to}`, 'retries.attempts is missing, expected at least 1 with the other settings: 0 turns retries off'],
  ['a condition that is none', `retries: {attempts: 1, retryOn: "5xx,oops"}, ${to}`, 'retries.retryOn is "5xx,oops", expected HTTP statuses or conditions of Envoy, with commas: "oops" is none'],
  ['a fault of no kind', `fault: {}, ${to}`, 'fault is an empty mapping, expected an abort, a delay or both'],
  ['an error of gRPC that is none', `fault: {abort: {grpcStatus: FOO}}, ${to}`, 'fault.abort.grpcStatus is "FOO", expected one of OK, CANCELLED, UNKNOWN, INVALID_ARGUMENT, DEADLINE_EXCEEDED, NOT_FOUND, ALREADY_EXISTS, PERMISSION_DENIED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION, ABORTED, OUT_OF_RANGE, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS, UNAUTHENTICATED'],
  ['a share beyond all', `fault: {abort: {httpStatus: 500, percentage: {value: 101}}}, ${to}`, 'fault.abort.percentage.value is 101, expected 0, or a number from 0.0001 to 100'],
  ['a delay too fine', `fault: {delay: {fixedDelay: 1.5ms}}, ${to}`, 'fault.delay.fixedDelay is "1.5ms", expected at least 1ms, and whole milliseconds'],
  ['a delay that grows', `fault: {delay: {exponentialDelay: 1s}}, ${to}`, 'fault.delay.exponentialDelay is "1s", expected none: Istio does not support it'],
  ['an origin of no kind', `corsPolicy: {allowOrigins: [{}]}, ${to}`, 'corsPolicy.allowOrigins[0] is an empty mapping, expected an exact, prefix or regex that is not empty'],
  ['a method that is none', `corsPolicy: {allowMethods: [get]}, ${to}`, 'corsPolicy.allowMethods[0] is "get", expected one of GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE, *'],
  ['an age in fractions', `corsPolicy: {maxAge: 1.5s}, ${to}`, 'corsPolicy.maxAge is "1.5s", expected whole seconds'],
  ['a mirror beyond all', `mirror: {host: a.com}, mirrorPercentage: {value: 101}, ${to}`, 'mirrorPercentage.value is 101, expected a number from 0 to 100'],
  ['a mirror to nowhere', `mirrors: [{}], ${to}`, 'mirrors[0].destination is missing, expected a destination with a host'],
  ['a timeout too short', `timeout: 0s, ${to}`, 'timeout is "0s", expected at least 1ms, and whole milliseconds'],
  ['a timeout that never ends', `timeout: ${'1ns'.repeat(2 ** 20)}, ${to}`, `timeout is "${'1ns'.repeat(27).slice(0, 80)}…", expected a duration such as "1.5s" or "1m30s"`],
  ['a share that is no number', `mirrorPercentage: {value: all}, ${to}`, 'mirrorPercentage.value is "all", expected a number'],
];

test.each(refused)('%s is refused', (_what, route, ...faults) => {
  expect(faultsOfRoute(route)).toEqual(faults);
});

test.each([
  [
    'a delegate with a mirror and mirrors',
    'delegate: {}, mirror: {host: a.com}, mirrors: [{destination: {host: a.com}}]',
  ],
  ['the status 600', 'directResponse: {status: 600}'],
  ['a body in base64', 'directResponse: {status: 200, body: {bytes: aGk=}}'],
  ['a body in bytes', 'directResponse: {status: 200, body: {bytes: [104, 105]}}'],
  ['an empty prefix of the path', `match: [{uri: {prefix: ""}}], ${to}`],
  ['the regex * of a header that must not be there', `match: [{withoutHeaders: {a: {regex: "*"}}}], ${to}`],
  ['a pseudo-header to match', `match: [{headers: {":method": {exact: GET}}}], ${to}`],
  ['a header that is there', `match: [{headers: {a: {}, b: null}}], ${to}`],
  ['an authority for requests', `headers: {request: {set: {":authority": b.com}}}, ${to}`],
  ['statuses to retry on', `retries: {attempts: 1, retryOn: "503,gateway-error"}, ${to}`],
  ['a derived port beside any other', 'redirect: {port: 70000, derivePort: FROM_REQUEST_PORT}'],
  ['an abort of no kind', `fault: {abort: {}}, ${to}`],
  ['a quoted share', `mirrorPercentage: {value: "0.5"}, ${to}`],
  ['a share that is not a number', `fault: {abort: {percentage: {value: "NaN"}}}, ${to}`],
])('accepted: %s', (_what, route) => {
  expect(faultsOfRoute(route)).toEqual([]);
});
