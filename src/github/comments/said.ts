import { markOf } from '../../report/marker.js';

/** What the comments on lines say at this moment of a delivery. */
export class Said {
  private readonly byComment = new Map<number, readonly string[]>();
  private readonly posted: string[] = [];

  /** A comment that was there stands with this text. */
  stands(comment: number, body: string): void {
    this.byComment.set(comment, saidBy(body));
  }

  /** A comment that was there is there no more. */
  falls(comment: number): void {
    this.byComment.delete(comment);
  }

  /** A new comment stands. */
  add(body: string): void {
    this.posted.push(...saidBy(body));
  }

  fingerprints(): ReadonlySet<string> {
    return new Set([...this.byComment.values()].flat().concat(this.posted));
  }
}

/** A comment that says that its findings are solved says none. */
function saidBy(body: string): readonly string[] {
  const mark = markOf(body);
  return mark === null || mark.isSolved ? [] : mark.fingerprints;
}
