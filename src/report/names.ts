import { code } from './escape.js';
import { clip, prosePlain } from './prose.js';

/** A name from a manifest in Markdown. */
export function nameCode(name: string): string {
  return code(clip(name, longestName));
}

/** A name from a manifest where text is only text. */
export function namePlain(name: string): string {
  return prosePlain(name, longestName);
}

/** Titles are one line; a longer one has a hostile name in it. */
export const longestTitle = 300;

/** More than any name that Kubernetes takes: a host has at most 253 characters. */
const longestName = 260;
