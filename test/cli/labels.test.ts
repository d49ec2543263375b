import { expect, test } from '@jest/globals';
import { parseLabels } from '../../src/cli/labels.js';

// prettier-ignore
const understood: readonly [text: string | null, labels: Record<string, string>][] = [
  [null,                      {}],
  ['app=web',                 { app: 'web' }],
  ['app=web,tier=front',      { app: 'web', tier: 'front' }],
  ['app=web, tier=front',     { app: 'web', tier: 'front' }],
  ['app.kubernetes.io/name=', { 'app.kubernetes.io/name': '' }],
];

test.each(understood)('understands %j', (text, labels) => {
  expect(parseLabels(text)).toEqual(labels);
});

// prettier-ignore
const refused: readonly [text: string, found: string][] = [
  ['app',           "label 'app'"],
  ['app=web,tier',  "label 'tier' in 'app=web,tier'"],
  ['app=web,',      "label '' in 'app=web,'"],
  ['app==web',      "label 'app==web'"],
  ['app!=web',      "label 'app!=web'"],
  ['=web',          "label '=web'"],
];

test.each(refused)('refuses %j', (text, found) => {
  expect(() => parseLabels(text)).toThrow(
    `${found} is not understood, expected KEY=VALUE[,KEY=VALUE...], like app=web,tier=front`,
  );
});
