import type { ResourceChange } from '../../diff/resource-changes.js';
import type { Resource } from '../../resources/resource.js';
import type { Edit } from './edit.js';

/** A changed resource that head holds. */
export interface EditedResource<Kind extends Resource = Resource> {
  readonly base: ResourceChange['base'];
  readonly head: Kind;
}

/** An edit of a resource of head that may mend what the resource brings about. */
export interface Candidate {
  readonly edit: Edit;
  readonly resource: Resource;
  /** What to know before it is taken, one sentence; null where the edit says it all. */
  readonly caveat: string | null;
}
