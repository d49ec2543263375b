import { expect, test } from '@jest/globals';
import { parseCallUrl } from '../../src/cli/call-url.js';

// prettier-ignore
const understood: readonly [url: string, expected: ReturnType<typeof parseCallUrl>][] = [
  ['https://www.baidu.com',             { kind: 'tls',  host: 'www.baidu.com',    isAddress: false, port: 443 }],
  ['https://www.baidu.com/s?wd=istio',  { kind: 'tls',  host: 'www.baidu.com',    isAddress: false, port: 443 }],
  ['https://www.baidu.com:8443/#top',   { kind: 'tls',  host: 'www.baidu.com',    isAddress: false, port: 8443 }],
  ['HTTPS://WWW.Baidu.COM',             { kind: 'tls',  host: 'www.baidu.com',    isAddress: false, port: 443 }],
  ['https://10.0.0.5',                  { kind: 'tls',  host: '10.0.0.5',         isAddress: true,  port: 443 }],
  ['https://b\u00fccher.example',       { kind: 'tls',  host: 'xn--bcher-kva.example', isAddress: false, port: 443 }],
  ['http://reviews:9080/',              { kind: 'http', host: 'reviews',          isAddress: false, port: 9080 }],
  ['http://reviews.shop',               { kind: 'http', host: 'reviews.shop',     isAddress: false, port: 80 }],
  ['http://[2001:DB8::1]:8080/',        { kind: 'http', host: '2001:db8::1',      isAddress: true,  port: 8080 }],
  ['tcp://db.shop.svc.cluster.local:5432', { kind: 'tcp', host: 'db.shop.svc.cluster.local', isAddress: false, port: 5432 }],
  ['10.0.0.5:3306',                     { kind: 'tcp',  host: '10.0.0.5',         isAddress: true,  port: 3306 }],
  ['my_db:3306',                        { kind: 'tcp',  host: 'my_db',            isAddress: false, port: 3306 }],
  ['[::1]:53',                          { kind: 'tcp',  host: '::1',              isAddress: true,  port: 53 }],
];

test.each(understood)('understands %s', (url, expected) => {
  expect(parseCallUrl(url)).toEqual(expected);
});

// prettier-ignore
const refused: readonly [url: string, why: string][] = [
  ['',                         'it names no host'],
  ['https://',                 'it names no host'],
  ['https:///path',            'it names no host'],
  ['ftp://files.example',      "scheme 'ftp' is unknown"],
  ['www.baidu.com',            'it names neither a scheme nor a port'],
  ['tcp://10.0.0.5',           'it names no port'],
  ['https://shop:0',           "port '0' is not a number from 1 to 65535"],
  ['https://shop:99999',       "port '99999' is not a number from 1 to 65535"],
  ['https://shop:',            "port '' is not a number from 1 to 65535"],
  ['tcp://shop:80/path',       "'/path' after the port means nothing to tcp"],
  ['https://*.example.com',    "'*.example.com' is neither a host name nor an address"],
  ['https://1.2.3',            "'1.2.3' is neither a host name nor an address"],
  ['https://[10.0.0.5]',       "'[10.0.0.5]' is neither a host name nor an address"],
  ['https://a b',              "'a b' is neither a host name nor an address"],
];

test.each(refused)('refuses %j', (url, why) => {
  const expected = 'expected https://HOST[:PORT], http://HOST[:PORT] or tcp://HOST:PORT';
  expect(() => parseCallUrl(url)).toThrow(`URL '${url}' is not understood (${why}), ${expected}`);
});

test.each(['https://user:pw@shop', 'https://shop:80:80', 'https://2001:db8::1', 'https://shop:http', '::1:80'])(
  'refuses %s',
  url => {
    expect(() => parseCallUrl(url)).toThrow(`URL '${url}' is not understood`);
  },
);
