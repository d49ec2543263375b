import type { Author } from './pull-request.js';

/**
 * Decides whether we wrote a comment: anyone can copy a marker into theirs, so the author has to be the one that
 * the token acts as. GraphQL leaves the `[bot]` off some logins that REST puts it on, hence the second form. Where
 * GitHub does not tell who the token is, any bot counts, since only the repository's owners can let one in.
 */
export function isOurs(author: Author | null, viewer: string | null): boolean {
  if (author === null) return false;
  if (viewer === null) return author.isBot;
  return author.login === viewer || (author.isBot && author.login === `${viewer}[bot]`);
}
