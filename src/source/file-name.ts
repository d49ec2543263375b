import { isUtf8 } from 'node:buffer';

/**
 * The name of a file as text. Git and file systems take any bytes: one that is no UTF-8 is written `\xe4`, and where a
 * name spells such a thing itself, its backslash is (`\x5c`), so that no two names read the same.
 */
export function readableName(bytes: Buffer): string {
  if (isUtf8(bytes)) return withSpelledBackslashes(bytes.toString('utf8'));
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const length = characterLength(bytes, at);
    if (length === null) {
      const byte = bytes.toString('hex', at, at + 1);
      parts.push(withSpelledBackslashes(bytes.toString('utf8', start, at)), `\\x${byte}`);
      start = at + 1;
    }
    at += length ?? 1;
  }
  return [...parts, withSpelledBackslashes(bytes.toString('utf8', start))].join('');
}

/** The bytes that {@link readableName} was given. */
export function nameBytes(name: string): Buffer {
  const parts = name.split(/\\x([0-9a-f]{2})/);
  return Buffer.concat(parts.map((part, index) => Buffer.from(part, index % 2 === 0 ? 'utf8' : 'hex')));
}

/** The name as the path of an address: as `encodeURIComponent` does between slashes, but for any bytes. */
export function encodedName(name: string): string {
  const percent = (byte: string) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return nameBytes(name)
    .toString('latin1')
    .replace(/[^A-Za-z0-9\-_.!~*'()/]/g, percent);
}

/** Where the file of that name is on the disk. */
export function fileIn(folder: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), nameBytes(name)]);
}

function withSpelledBackslashes(text: string): string {
  return text.replace(/\\(?=x[0-9a-f]{2})/g, '\\x5c');
}

/** How many bytes the character at an offset has; null where there is none. */
function characterLength(bytes: Buffer, at: number): number | null {
  const end = Math.min(at + 4, bytes.length);
  for (let to = at + 1; to <= end; to += 1) if (isUtf8(bytes.subarray(at, to))) return to - at;
  return null;
}
