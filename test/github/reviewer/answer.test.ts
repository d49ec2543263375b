import { expect, test } from '@jest/globals';
import { deserialize, serialize } from 'node:v8';
import { json } from '../../../src/report/json.js';
import { casesBelow, reviewCase } from '../../case.js';

const tool = { name: 'egress-review', version: '0' };
const folders = ['cases', 'cases-own'].map(name => `test/fixtures/${name}`);

test.each(folders)('each review in %s is the same in another process', folder => {
  for (const name of casesBelow(folder)) {
    const review = reviewCase(`${folder}/${name}`);
    const received = deserialize(serialize(review)) as typeof review;
    expect(received).toEqual(review);
    expect(json(received, tool)).toBe(json(review, tool));
  }
});
