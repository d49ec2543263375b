import { encodedName } from '../../source/file-name.js';
import type { Links } from '../../report/place.js';

/**
 * Links places to their lines on GitHub, at commits that stay: `commits` says which one shows each side. What is no path
 * of a repository has no address, since `..` would lead elsewhere.
 */
export function permalinks(
  repositoryUrl: string,
  commits: { readonly base: string; readonly head: string },
): Links['place'] {
  return ({ file, line, endLine, side }) => {
    const path = encodedName(file);
    if (path.split('/').some(name => /^\.{0,2}$/.test(name))) return null;
    const lines = endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
    // GitHub shows a rendered file without lines unless it is asked for the plain one
    return `${repositoryUrl}/blob/${commits[side]}/${path}?plain=1${lines}`;
  };
}
