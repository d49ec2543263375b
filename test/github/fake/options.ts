import type { Fault } from './faults.js';
import type { Limits } from './limits.js';
import type { TokenKind } from './permissions.js';
import type { FakeFile } from './state.js';

/** What the fake begins with: `shop/manifests` and one pull request of it. */
export interface FakeOptions {
  readonly number: number;
  readonly headSha: string;
  readonly files: readonly FakeFile[];
  readonly token: TokenKind;
  /** false: GraphQL does not tell who the token is. */
  readonly tellsViewer?: boolean;
  readonly faults?: readonly Fault[];
  readonly limits?: Partial<Limits>;
  /** A git repository: what it holds is cloned from the fake, and told of by `compare` and `commits`. */
  readonly origin?: string;
  /** Anyone may clone it, without a token. */
  readonly isPublic?: boolean;
  readonly baseSha?: string;
  readonly baseRef?: string;
  readonly headRef?: string;
  /** Whose branch it is, `someone/manifests` for a fork; null where that fork is deleted. */
  readonly headRepository?: string | null;
  readonly mergeSha?: string | null;
  readonly isOpen?: boolean;
}

export const repositoryName = 'shop/manifests';
