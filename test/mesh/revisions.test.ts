import { expect, test } from '@jest/globals';
import { revisionsOf } from '../../src/mesh/revisions.js';
import { entry, service, type ManifestText } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

const rev = (revision: string) => ({ 'istio.io/rev': revision });

function namespace(name: string, labels: Readonly<Record<string, string>> = {}): ManifestText {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } });
}

const everyone = entry({ hosts: 'every.example' });
const blue = entry({ hosts: 'blue.example', labels: rev('blue') });
const green = entry({ hosts: 'green.example', labels: rev('green') });

function istiod(tag: string, revision?: string): ManifestText {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: revision === undefined ? 'istiod' : `istiod-${revision}`, namespace: 'istio-system' },
    spec: { template: { spec: { containers: [{ name: 'discovery', image: `istio/pilot:${tag}` }] } } },
  });
}

const canary = [istiod('1.20.8'), istiod('1.30.3', 'canary')];

type Row = [when: string, manifests: ManifestText[], podLabels: Record<string, string>, candidates: (string | null)[]];

// prettier-ignore
const rows: Row[] = [
  ['no object names a revision',                      [everyone, namespace('shop', rev('blue'))],               {},           [null]],
  ['all objects name one, and no namespace any',      [everyone, blue],                                         {},           ['blue']],
  ['all objects name that of the namespace',          [blue, namespace('shop', rev('blue'))],                   {},           ['blue']],
  ['objects name two, and the namespace one',         [blue, green, namespace('shop', rev('green'))],           {},           ['green']],
  ['… but the pod another',                           [blue, green, namespace('shop', rev('green'))],           rev('blue'),  ['blue']],
  ['objects name two, and the namespace none',        [blue, green, namespace('shop')],                         {},           [null, 'blue', 'green']],
  ['the namespace names what may be a tag',           [blue, namespace('shop', rev('prod'))],                   {},           [null, 'blue']],
  ['another namespace names another',                 [blue, namespace('pay', rev('green'))],                   {},           [null, 'blue']],
  ['only a Kubernetes Service names a revision',      [service({ name: 'shop/cart', labels: rev('blue') })],    {},           [null]],
  ['one istiod runs, by any name',                    [istiod('1.30.3', 'blue'), namespace('shop', rev('prod'))],   {},         [null]],
  ['another istiod runs beside, and the namespace has it', [...canary, namespace('shop', rev('canary'))],           {},           ['canary']],
  ['… and the namespace does not say',                [...canary, namespace('shop')],                           {},           [null, 'canary']],
  ['… and what it says may be a tag of either',       [...canary, namespace('shop', rev('prod'))],              {},           [null, 'canary']],
  ['… and it is just like the first',                 [istiod('1.30.3'), istiod('1.30.3', 'canary'), namespace('shop')], {},  [null]],
  ['… and objects are for it',                        [...canary, entry({ hosts: 'c.example', labels: rev('canary') }), namespace('shop', rev('canary'))], {}, ['canary']],
  ['two istiods have names',                          [istiod('1.20.8', 'old'), istiod('1.30.3', 'new')],       {},           [null, 'new']],
];

test.each(rows)('when %s', (_when, manifests, podLabels, candidates) => {
  expect(revisionsOf(resourcesOf(...manifests)).candidates('shop', podLabels)).toEqual(candidates);
});

test('istiod reads the objects of its revision, those that name none, and all of Kubernetes’ own', () => {
  const cart = service({ name: 'shop/cart', labels: rev('green') });
  const revisions = revisionsOf(resourcesOf(everyone, blue, green, cart, namespace('shop', rev('green'))));
  const read = (revision: string | null) => revisions.readBy(revision).map(({ name }) => name);

  expect(read('blue')).toEqual(['every.example', 'blue.example', 'cart', 'shop']);
  expect(read(null)).toEqual(['every.example', 'cart', 'shop']);
});

test('where there is one revision everything is for it', () => {
  const resources = resourcesOf(everyone, blue, namespace('shop'));
  expect(revisionsOf(resources).readBy('blue')).toBe(resources);
});
