/** GitHub refused a call, answered what cannot be read, or could not be reached. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  /** It has had enough requests for now, whatever they are. */
  readonly isRateLimit: boolean;

  constructor(message: string, status: number | null, options: ErrorOptions & { readonly isRateLimit?: boolean } = {}) {
    super(message, options);
    this.status = status;
    this.isRateLimit = options.isRateLimit ?? false;
  }

  /** The token may not do this, or may not even see what it is about. */
  get isForbidden(): boolean {
    return !this.isRateLimit && (this.status === 403 || this.status === 404);
  }

  /**
   * The call may have been carried out all the same: no answer came, or one of a server in trouble. GitHub ends a request
   * after ten seconds, before we stop to wait for it, so to look is then to know.
   */
  get isOutcomeUnknown(): boolean {
    return this.status === null || this.status >= 500;
  }
}

/** This failure of GitHub's, or null for any other: a bug is never taken for one of GitHub's failures. */
export function failureIn(error: unknown): GitHubError | null {
  return error instanceof GitHubError ? error : null;
}
