import { expect, test } from '@jest/globals';
import { changedPlace } from '../../src/findings/changed-place.js';
import { spanOf, sourceLine } from '../../src/source/document.js';
import { readManifests } from '../../src/source/manifests.js';

/** A manifest of that body. */
function documentOf(body: string) {
  const text = `apiVersion: v1\nkind: Sidecar\n${body}`;
  const { documents, problems } = readManifests([{ path: 'a.yaml', content: text, text }]);
  const [document] = documents;
  if (document === undefined || problems.length > 0) throw new Error(`the YAML of this test is broken: ${text}`);
  return document;
}

/** `head: the line` on which the first difference is shown. */
function placeOf(base: string, head: string): string {
  const [before, after] = [documentOf(base), documentOf(head)];
  const { side, node } = changedPlace(before.root, after.root);
  const document = side === 'base' ? before : after;
  const { line } = spanOf(document, node);
  return `${side}: ${(sourceLine(document, line) ?? '').trim()}`;
}

const hosts = 'spec:\n  egress:\n    - hosts:\n        - "./*"\n        - "default/*"\n';

type Row = [what: string, base: string, head: string, place: string];

// prettier-ignore
const rows: Row[] = [
  ['an item that head adds',            hosts, `${hosts}        - "edge/*"\n`,                         'head: - "edge/*"'],
  ['an item that head inserts',         hosts, hosts.replace('        - "default', '        - "a/*"\n        - "default'), 'head: - "a/*"'],
  ['an item that head says otherwise',  hosts, hosts.replace('default', 'edge'),                       'head: - "edge/*"'],
  ['an item that is gone, at base',     hosts, hosts.replace('        - "default/*"\n', ''),           'base: - "default/*"'],
  ['what head adds before what is gone', hosts, hosts.replace('./*', 'shop/*').replace('        - "default/*"\n', ''), 'head: - "shop/*"'],
  ['items in another order',            hosts, 'spec:\n  egress:\n    - hosts:\n        - "default/*"\n        - "./*"\n', 'head: - "default/*"'],
  ['a field that head adds',            hosts, `${hosts}  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\n`, 'head: outboundTrafficPolicy:'],
  ['a field that is gone, at base',     `${hosts}  outboundTrafficPolicy:\n    mode: ALLOW_ANY\n`, hosts, 'base: outboundTrafficPolicy:'],
  ['a value within',                    `${hosts}  outboundTrafficPolicy:\n    mode: ALLOW_ANY\n`, `${hosts}  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\n`, 'head: mode: REGISTRY_ONLY'],
  ['a scalar that becomes a list',      'spec:\n  hosts: a\n', 'spec:\n  hosts:\n    - a\n',              'head: - a'],
  ['a field of an item',                'spec:\n  ports:\n    - number: 443\n      protocol: TLS\n', 'spec:\n  ports:\n    - number: 443\n      protocol: TCP\n', 'head: protocol: TCP'],
  ['the deeper of two levels',          'metadata:\n  labels:\n    a: "1"\nspec: {}\n', 'metadata:\n  labels:\n    a: "2"\nspec: {}\n', 'head: a: "2"'],
  ['nothing: the whole of head',        hosts, `# a comment\n${hosts}`,                                'head: apiVersion: v1'],
];

test.each(rows)('points at %s', (_what, base, head, place) => {
  expect(placeOf(base, head)).toBe(place);
});
