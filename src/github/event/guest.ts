import type { Payload } from './payload.js';

/** Its token only reads by default, but may be given more, as that of a fork never is. */
export const dependabot = 'Dependabot';

/**
 * Whose pull request it is where GitHub may give the job a token that only reads, whatever the workflow says: `the fork
 * mona/manifests`; `Dependabot`, which is such a guest by what it pushes itself. null for all others.
 */
export function guestOf(fields: Payload): string | null {
  const head = fields.textOrNone('pull_request.head.repo.full_name');
  const base = fields.textOrNone('pull_request.base.repo.full_name');
  if (base !== null && head !== base) return head === null ? 'a fork that is deleted' : `the fork ${head}`;
  return fields.textOrNone('sender.login') === 'dependabot[bot]' ? dependabot : null;
}
