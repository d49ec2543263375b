import type { FakeFile, FakePullRequest } from './fake-github.js';

export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly unknown[];
}

/** What GitHub refuses of a body that is sent to it; null where it takes it. */
export function refusalOf(call: string, body: Record<string, unknown>, pull: FakePullRequest): Refusal | null {
  if (!call.endsWith('/reviews')) return refusalOfText(body['body']);

  const { comments = [], commit_id: commit, event, body: text } = body;
  if (event !== 'COMMENT') return invalid('event must be COMMENT: anything else has to be dismissed by a person');
  // The body is "Required when using REQUEST_CHANGES or COMMENT" (REST reference, "Create a review").
  const refusal = refusalOfText(text);
  if (refusal !== null) return refusal;
  if (commit !== pull.headSha) return invalid(`commit_id ${String(commit)} is not part of the pull request`);
  if (!Array.isArray(comments)) return invalid('comments must be a list');
  for (const comment of comments) {
    const found = refusalOfComment(comment as Record<string, unknown>, pull.files);
    if (found !== null) return found;
  }
  return null;
}

const known = ['path', 'body', 'line', 'side', 'start_line', 'start_side'];

function refusalOfComment(comment: Record<string, unknown>, files: readonly FakeFile[]): Refusal | null {
  const unknown = Object.keys(comment).filter(key => !known.includes(key));
  if (unknown.length > 0) return invalid(`${unknown.join(', ')}: not a field of a comment in a review`);
  const refusal = refusalOfText(comment['body']);
  if (refusal !== null) return refusal;

  const file = files.find(({ filename }) => filename === comment['path']);
  if (file === undefined) return invalid('Path could not be resolved');
  const { line, side, start_line: start = line, start_side: startSide = side } = comment;
  if (typeof line !== 'number' || typeof start !== 'number') return invalid('line must be a number');
  if (comment['start_line'] !== undefined && start >= line) return invalid('start_line must precede the end line');
  if (side !== 'LEFT' && side !== 'RIGHT') return invalid('side must be LEFT or RIGHT');
  const hunk = hunkOf(file.patch ?? '', side, line);
  if (hunk !== null && startSide === side && hunkOf(file.patch ?? '', side, start) === hunk) return null;
  return invalid(
    'Pull request review thread line must be part of the diff, ' +
      'Pull request review thread start line must be part of the same hunk as the line, ' +
      "and Pull request review thread diff hunk can't be blank",
  );
}

/** Which hunk shows the line, counted row by row from the patch's own headers. */
function hunkOf(patch: string, side: 'LEFT' | 'RIGHT', wanted: number): number | null {
  let hunk = -1;
  let line = 0;
  for (const row of patch.split('\n')) {
    const header = /^@@ -(\d+)\S* \+(\d+)\S* @@/.exec(row);
    if (header !== null) {
      hunk += 1;
      line = Number(side === 'LEFT' ? header[1] : header[2]);
    } else if (row.startsWith(' ') || row.startsWith(side === 'LEFT' ? '-' : '+')) {
      if (line === wanted) return hunk;
      line += 1;
    }
  }
  return null;
}

function refusalOfText(text: unknown): Refusal | null {
  if (typeof text !== 'string' || text.trim() === '') return invalid("body can't be blank");
  return text.length > 65_536 ? invalid('Body is too long (maximum is 65536 characters)') : null;
}

function invalid(error: string): Refusal {
  return { status: 422, message: 'Unprocessable Entity', errors: [error] };
}
