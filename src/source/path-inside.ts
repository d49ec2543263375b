import { isAbsolute, relative, sep } from 'node:path';

/** The way from a folder to a path in it, parts separated by `/`; empty for the folder itself, null for what is outside. */
export function pathInside(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`) ? null : way.split(sep).join('/');
}
