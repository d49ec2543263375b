import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandsOf } from '../../src/cli/commands.js';
import { main } from '../../src/cli/main.js';
import { documentedRules } from '../../src/findings/catalogue.js';
import { hostileText } from '../report/hostile.js';
import { commandsIn } from '../report/runner-commands.js';
import { capturedIo } from './captured-io.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
afterAll(folder.remove);

/** Manifests with these words wherever a name, a host or a pattern may stand. */
function manifests([name, host, label, path, reason]: readonly string[]): string {
  const metadata = { name, namespace: 'shop', labels: { app: label } };
  const ports = [{ number: 443, name, protocol: 'TLS' }];
  return [
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata,
      spec: { hosts: [host], ports, resolution: 'DNS' },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { ports: [{ port: 80, name: reason }] },
    },
    {
      apiVersion: 'networking.istio.io/v1',
      kind: 'VirtualService',
      metadata,
      spec: { hosts: ['web'], http: [{ name, match: [{ uri: { regex: path } }], route: [{ destination: { host } }] }] },
    },
    { apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata, spec: { egress: [{ hosts: [host, './*'] }] } },
    {
      apiVersion: 'networking.istio.io/v1alpha3',
      kind: 'EnvoyFilter',
      metadata,
      spec: { configPatches: [{ applyTo: path }] },
    },
  ]
    .map(manifest => JSON.stringify(manifest))
    .join('\n---\n');
}

const invocations: readonly (readonly string[])[] = [
  ['listeners', 'mesh', '-n', 'shop'],
  ['listeners', 'mesh', '-n', 'shop', '-o', 'json'],
  ['trace', 'mesh', '-n', 'shop', 'http://web/'],
  ['review', '--base', 'empty', '--head', 'mesh'],
  ['review', '--base', 'empty', '--head', 'mesh', '--format', 'json'],
  ['review', '--base', 'empty', '--head', 'mesh', '--format', 'sarif'],
  ['upgrade', '--from', '1.20', '--to', '1.30', 'mesh'],
];

test.each(invocations.map(args => ({ args, typed: args.join(' ') })))(
  'whatever manifests say, $typed commands neither a terminal nor a runner',
  async ({ args }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 5, maxLength: 5 }), async words => {
        folder.write('empty/mesh.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n');
        folder.write('mesh/mesh.yaml', manifests(words));
        const io = capturedIo({ cwd: folder.path });
        expect(await main(args, commandsOf(documentedRules), io)).toBeLessThan(3);
        expect([io.written.out, io.written.err].flatMap(commandsIn)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  },
);
