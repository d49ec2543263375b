/** An IP address as Go's `netip.Addr` has it: `::ffff:1.2.3.4` is of family 6, and a zone belongs to it. */
export interface IpAddress {
  readonly family: 4 | 6;
  /** In network order: 4 or 16 of them. */
  readonly bytes: readonly number[];
  /** The interface of `fe80::1%eth0`; else empty. */
  readonly zone: string;
  /** The one spelling that Go prints: `2001:db8::1`. */
  readonly text: string;
}

/** An IP prefix as Go's `netip.Prefix` has it; address bits beyond its length may be set. */
export interface Prefix {
  readonly address: IpAddress;
  readonly bits: number;
  /** Whether it holds one address only: `/32`, or `/128`. */
  readonly isSingle: boolean;
}

/** Parses an address exactly as `netip.ParseAddr` does (`010.0.0.1` is none); null where it is no address. */
export function parseAddress(text: string): IpAddress | null {
  if (!text.includes(':')) {
    const bytes = parseIPv4(text);
    return bytes === null ? null : { family: 4, bytes, zone: '', text };
  }
  const [, digits = '', zone = ''] = /^([^%]*)(?:%([^]+))?$/.exec(text) ?? [];
  const bytes = parseIPv6(digits);
  return bytes === null ? null : { family: 6, bytes, zone, text: formatIPv6(bytes) + (zone === '' ? '' : `%${zone}`) };
}

/** Parses a prefix exactly as `netip.ParsePrefix` does; null where it is none, or has a zone. */
export function parsePrefix(text: string): Prefix | null {
  const slash = text.lastIndexOf('/');
  const address = slash < 0 ? null : parseAddress(text.slice(0, slash));
  const written = text.slice(slash + 1);
  if (address === null || address.zone !== '' || !/^(0|[1-9]\d{0,2})$/.test(written)) return null;
  const bits = Number(written);
  const most = address.bytes.length * 8;
  return bits > most ? null : { address, bits, isSingle: bits === most };
}

/** Whether the text is an address or a prefix, as `agent.ValidateIPSubnet` tells them apart: by one slash. */
export function isAddressOrPrefix(text: string): boolean {
  return (text.split('/').length === 2 ? parsePrefix(text) : parseAddress(text)) !== null;
}

/** The family of an address, or of a prefix; null where the text is neither. */
export function familyOf(text: string): 4 | 6 | null {
  return (parseAddress(text) ?? parsePrefix(text)?.address)?.family ?? null;
}

/** Whether an address lies in a prefix. Families never mix, and an address with a zone lies in none (`netip`). */
export function covers({ address: { family, bytes }, bits }: Prefix, address: IpAddress): boolean {
  if (family !== address.family || address.zone !== '') return false;
  return bytes.every((byte, index) => {
    const mask = maskOf(bits - index * 8);
    return (byte & mask) === ((address.bytes[index] ?? 0) & mask);
  });
}

/** One spelling for equal prefixes: `10.1.2.3/8` is `10.0.0.0/8`, `10.1.2.3` is `10.1.2.3/32`; else the text. */
export function maskPrefix(text: string): string {
  const address = parseAddress(text);
  if (address !== null) return `${address.text}/${address.bytes.length * 8}`;
  const prefix = parsePrefix(text);
  if (prefix === null) return text;
  const bytes = prefix.address.bytes.map((byte, index) => byte & maskOf(prefix.bits - index * 8));
  return `${prefix.address.family === 4 ? bytes.join('.') : formatIPv6(bytes)}/${prefix.bits}`;
}

/** The mask of one byte of which the first `counting` bits count. */
function maskOf(counting: number): number {
  return counting >= 8 ? 0xff : counting <= 0 ? 0 : (0xff << (8 - counting)) & 0xff;
}

function parseIPv4(text: string): readonly number[] | null {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return null;
  const bytes = text.split('.').map(Number);
  return bytes.every(byte => byte <= 255) ? bytes : null;
}

function parseIPv6(text: string): readonly number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
  if (head === undefined || head === null || tail === null) return null;
  if (tail === undefined) return head.length === 16 ? head : null;
  // The :: must stand for at least one group.
  const missing = 16 - head.length - tail.length;
  return missing < 2 ? null : [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** The bytes of groups between colons, of which the last of all may be an IPv4 address. */
function parseGroups(text: string, isLast: boolean): readonly number[] | null {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 0xff);
    } else {
      const embedded = isLast && index === groups.length - 1 ? parseIPv4(group) : null;
      if (embedded === null) return null;
      bytes.push(...embedded);
    }
  }
  return bytes.length > 16 ? null : bytes;
}

function formatIPv6(bytes: readonly number[]): string {
  const isMapped = bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  if (isMapped) return `::ffff:${bytes.slice(12).join('.')}`;
  const groups: number[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  const { start, length } = longestZeros(groups);
  const print = (some: readonly number[]) => some.map(group => group.toString(16)).join(':');
  if (length < 2) return print(groups);
  return `${print(groups.slice(0, start))}::${print(groups.slice(start + length))}`;
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > longest.length) longest = { start, length: end - start };
  }
  return longest;
}
