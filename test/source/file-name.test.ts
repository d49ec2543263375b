import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nameBytes, readableName } from '../../src/source/file-name.js';

type Row = readonly [what: string, bytes: Buffer, name: string];

const rows: readonly Row[] = [
  ['blanks, quotes and control characters', Buffer.from(` "a'\n\t\u001b.yaml`), ` "a'\n\t\u001b.yaml`],
  ['letters of any language', Buffer.from('ä/日本.yaml'), 'ä/日本.yaml'],
  ['a letter and an accent, which are no ä', Buffer.from('a\u0308.yaml'), 'a\u0308.yaml'],
  ['a percent sign and a leading dash', Buffer.from('-%e4.yaml'), '-%e4.yaml'],
  ['a backslash', Buffer.from('a\\b.yaml'), 'a\\b.yaml'],
  ['a byte that is no UTF-8', Buffer.from('a\xe4.yaml', 'latin1'), 'a\\xe4.yaml'],
  ['the same spelled out', Buffer.from('a\\xe4.yaml'), 'a\\x5cxe4.yaml'],
  ['that spelled out again', Buffer.from('a\\x5cxe4.yaml'), 'a\\x5cx5cxe4.yaml'],
  ['a backslash before such a byte', Buffer.from('\\\xe4', 'latin1'), '\\\\xe4'],
  ['half a character at the end', Buffer.from([0x61, 0xf0, 0x9f, 0x98]), 'a\\xf0\\x9f\\x98'],
  ['a surrogate, which UTF-8 does not have', Buffer.from([0xed, 0xa0, 0x80]), '\\xed\\xa0\\x80'],
  ['a byte order mark', Buffer.from('\uFEFFa'), '\uFEFFa'],
];

describe('a name with', () => {
  test.each(rows)('%s can be read, and its bytes are known', (_what, bytes, name) => {
    expect(readableName(bytes)).toBe(name);
    expect(nameBytes(name)).toEqual(bytes);
  });
});

test('whatever the bytes, no two names read the same, and all can be written as UTF-8', () => {
  const parts = fc.constantFrom('\\', 'x', 'e4', '5c', 'ä', '😀').map(part => Buffer.from(part));
  const bytes = fc
    .array(fc.oneof(parts, fc.uint8Array({ maxLength: 4 }).map(Buffer.from)))
    .map(all => Buffer.concat(all));
  fc.assert(
    fc.property(bytes, name => {
      expect(nameBytes(readableName(name))).toEqual(name);
      expect(Buffer.from(readableName(name)).toString()).toBe(readableName(name));
    }),
  );
});
