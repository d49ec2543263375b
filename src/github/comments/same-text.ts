/**
 * Whether two texts of ours tell a reader the same. GitHub may give line ends of its own, and a permalink names the commit
 * that was reviewed: to edit a comment with every push for that alone would be noise.
 */
export function isSameText(one: string, other: string): boolean {
  return essence(one) === essence(other);
}

function essence(body: string): string {
  return body.replaceAll('\r\n', '\n').trim().replaceAll(commitOfLink, '$1');
}

/** As SHA-1 or SHA-256 name it. */
const commitOfLink = /(\]\(https?:\/\/[^\s()]+\/blob\/)(?:[0-9a-f]{64}|[0-9a-f]{40})(?=\/)/g;
