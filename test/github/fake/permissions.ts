import { notFound, type Refusal } from './refusal.js';
import type { Account } from './state.js';

/**
 * What the job's token may do:
 * - `write`: `pull-requests: write` and `contents: read`, what our README asks for;
 * - `maintainer`: `contents: write` besides, which resolving a thread takes;
 * - `read`: what a run for a fork has, and of Dependabot by default;
 * - `none`: the repository is private and the token sees nothing of it;
 * - `bad`: it has expired.
 */
export type TokenKind = 'write' | 'maintainer' | 'read' | 'none' | 'bad';

export const jobToken = 'ghs_of-this-job';

/** The account that a job's token acts as. */
export const actionsBot: Account = { login: 'github-actions[bot]', type: 'Bot' };

export const integrationRefused = 'Resource not accessible by integration';

export function refusalByToken(authorization: string | undefined, kind: TokenKind): Refusal | null {
  const token = tokenOf(authorization);
  if (token === null) return { status: 401, message: 'Requires authentication' };
  if (token !== jobToken || kind === 'bad') return { status: 401, message: 'Bad credentials' };
  return null;
}

export function refusalByPermission(kind: TokenKind, writes: boolean): Refusal | null {
  if (kind === 'none') return notFound;
  return kind === 'read' && writes ? { status: 403, message: integrationRefused } : null;
}

/** `token T`, `bearer T`, or basic with the password T, as git sends it. */
export function tokenOf(authorization = ''): string | null {
  const [scheme = '', credentials = ''] = authorization.split(' ');
  if (/^(token|bearer)$/i.test(scheme) && credentials !== '') return credentials;
  if (!/^basic$/i.test(scheme)) return null;
  const [user = '', ...password] = Buffer.from(credentials, 'base64').toString().split(':');
  return user === 'x-access-token' ? password.join(':') : null;
}
