import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { inputError } from './problem.js';

/** The way from a folder to a path in it, parts separated by `/`; empty for the folder itself, null for what is outside. */
export function pathInside(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`) ? null : way.split(sep).join('/');
}

/**
 * A link inside the checkout could make a pull request show files of the machine that reviews it.
 *
 * @throws InputError when a name of something in the current folder leads out of it.
 */
export function requireNoEscape(name: string, cwd: string): void {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || pathInside(cwd, path) === null) return;
  const real = realpathSync(path);
  if (pathInside(realpathSync(cwd), real) !== null) return;
  const what = found.isDirectory() ? 'folder' : 'file';
  const message = `'${name}' leads out of the current folder by a symbolic link: name the ${what} itself, '${real}'`;
  throw inputError('unreadable', message);
}
