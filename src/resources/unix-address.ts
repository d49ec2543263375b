const PREFIX = 'unix://';

/** The path of a Unix socket address; null for any other address. */
export function unixPathOf(address: string): string | null {
  return address.startsWith(PREFIX) ? address.slice(PREFIX.length) : null;
}

/** What is wrong with the path of a Unix socket; null where nothing is (`ValidateUnixAddress`). */
export function faultOfUnixPath(path: string): string | null {
  if (path.startsWith('@') || (path.startsWith('/') && !path.endsWith('/'))) return null;
  return 'the absolute path of a file, as in unix:///var/run/app.sock, or an abstract socket, as in unix://@app';
}
