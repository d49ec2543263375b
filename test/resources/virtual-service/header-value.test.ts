import { expect, test } from '@jest/globals';
import { faultOfHeaderValue } from '../../../src/resources/virtual-service/header-value.js';

// What ValidateHTTPHeaderValue of 1.30.3 answered.
test.each([
  ['', true],
  ['100%%', true],
  ['a\tb', true],
  ['a\nb', false],
  ['\u007f', false],
  ['%', false],
  ['100%', false],
  ['a %HOSTNAME% b', true],
  ['%HOSTNAME', false],
  ['%%%', false],
  ['%REQ(:path)%', true],
  ['%REQ(:path)', false],
  ['%REQ()%', false],
  ['%REQ())%', true],
  ['%REQ(a) %', true],
  ['%REQ(a)b%', false],
  ['%REQ(a\\)b)%', true],
  ['%REQ(a\\', false],
  ['%METADATA(["a", "b"])%', true],
  ['%METADATA( [ "a" ,"b" ] ) %', true],
  ['%METADATA(["a" "b"])%', false],
  ['%METADATA(["a",])%', false],
  ['%METADATA(["a\\"b"])%', true],
  ['%METADATA([a])%', false],
  ['%METADATA(["a"]%', false],
])('%j is a value: %s', (value, isValue) => {
  expect(faultOfHeaderValue(value) === null).toBe(isValue);
});
