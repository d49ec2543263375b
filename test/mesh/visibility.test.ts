import { describe, expect, test } from '@jest/globals';
import { visibility } from '../../src/mesh/visibility.js';
import { entry, service } from '../manifests.js';
import { meshOf } from '../meshes.js';

// prettier-ignore
const rows: [when: string, exportTo: string[] | null, byDefault: string[], seenBy: string[] | 'all'][] = [
  ['VI-1 a star is for all',                          ['*'],              ['.'],          'all'],
  ['VI-1 a star wins over everything',                ['~', '.', '*'],    ['.'],          'all'],
  ['VI-1 a tilde hides from all',                     ['~'],              ['*'],          []],
  ['VI-1 a tilde wins over namespaces',               ['.', 'pay', '~'],  ['*'],          []],
  ['VI-1 a dot is the own namespace',                 ['.'],              ['*'],          ['shop']],
  ['VI-1 the own namespace by name',                  ['shop'],           ['*'],          ['shop']],
  ['VI-1 dot and own name are one',                   ['.', 'shop'],      ['*'],          ['shop']],
  ['VI-1 another namespace alone hides from the own', ['pay'],            ['*'],          ['pay']],
  ['VI-1 several',                                    ['.', 'pay', 'hr'], ['*'],          ['hr', 'pay', 'shop']],
  ['VI-3 nothing said is the default of the mesh',    null,               ['*'],          'all'],
  ['VI-3 a private default',                          null,               ['.'],          ['shop']],
  ['VI-3 a default of other namespaces',              null,               ['pay', 'hr'],  ['hr', 'pay']],
  ['VI-3 a hidden default',                           null,               ['~'],          []],
];

test.each(rows)('%s', (_when, exportTo, byDefault, seenBy) => {
  const seen = visibility(exportTo, 'shop', byDefault);
  expect(seen.kind === 'public' ? 'all' : [...seen.namespaces].sort()).toEqual(seenBy);
});

describe('VI-2: a namespace sees', () => {
  const mesh = meshOf([
    entry({ hosts: 'public.example', namespace: 'hr', day: 1 }),
    entry({ hosts: 'private.example', exportTo: '.', day: 4 }),
    entry({ hosts: 'lent.example', namespace: 'hr', exportTo: 'shop, pay', day: 3 }),
    entry({ hosts: 'hidden.example', exportTo: '~', day: 2 }),
    service({ name: 'pay/web', exportTo: ' . , shop ', day: 5 }),
    service({ name: 'pay/all', exportTo: '', day: 6 }),
  ]);
  const hostsOf = (namespace: string) => mesh.visibleTo(namespace).map(({ host }) => host);

  test('what is private or exported to it, oldest first, then what is public', () => {
    expect(hostsOf('shop')).toEqual([
      'lent.example',
      'private.example',
      'web.pay.svc.cluster.local',
      'public.example',
      'all.pay.svc.cluster.local',
    ]);
  });

  test('no more than what is public where nothing is exported to it', () => {
    expect(hostsOf('elsewhere')).toEqual(['public.example', 'all.pay.svc.cluster.local']);
  });

  test('the same list as every other namespace that sees the same', () => {
    expect(mesh.visibleTo('elsewhere')).toBe(mesh.visibleTo('anywhere'));
    expect(mesh.visibleTo('shop')).toBe(mesh.visibleTo('shop'));
  });
});
