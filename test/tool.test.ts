import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { tool } from '../src/tool.js';

test('the program reports the name and version of its package', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(tool).toEqual({ name, version });
});
