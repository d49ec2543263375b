/** REST's view of the state: what is known of each object; the server completes the rest. */
import { repositoryName, type FakeOptions } from './options.js';
import type { GitCommit } from './git-objects.js';
import type { Account, FakeFile, IssueComment, Review, ReviewComment, State } from './state.js';

const repositoryId = 1_300_192;
/** The id of the repository that the pull request comes from, where that is a fork. */
export const forkId = 42_424_242;

export function repositoryShape(fullName: string, { isPublic = false }: Pick<FakeOptions, 'isPublic'>) {
  const [owner = '', name = ''] = fullName.split('/');
  const fork = fullName !== repositoryName;
  const id = fork ? forkId : repositoryId;
  return {
    id,
    name,
    full_name: fullName,
    owner: accountShape({ login: owner, type: 'User' }),
    fork,
    private: !isPublic,
  };
}

export function fullRepositoryShape(options: FakeOptions) {
  return { ...repositoryShape(repositoryName, options), default_branch: options.baseRef ?? 'main' };
}

export function pullShape(state: State, options: FakeOptions) {
  const { headRepository = repositoryName, mergeSha = null, isOpen = true } = options;
  const user = accountShape({ login: 'sara', type: 'User' });
  const side = (ref: string, sha: string, of: string | null) => ({
    ...{ ref, sha, user, label: `${(of ?? 'unknown').split('/')[0]}:${ref}` },
    repo: of === null ? null : repositoryShape(of, options),
  });
  return {
    number: state.number,
    state: isOpen ? 'open' : 'closed',
    user,
    title: 'What the pull request asks for',
    head: side(options.headRef ?? 'change', state.headSha, headRepository),
    base: side(options.baseRef ?? 'main', options.baseSha ?? '', repositoryName),
    merge_commit_sha: mergeSha,
    mergeable: mergeSha === null ? null : true,
    mergeable_state: mergeSha === null ? 'unknown' : 'clean',
    changed_files: state.files.length,
    comments: state.issueComments.length,
    review_comments: state.reviewComments.length,
  };
}

export function fileShape(file: FakeFile) {
  const count = (sign: string) => (file.patch ?? '').split('\n').filter(row => row.startsWith(sign)).length;
  const [additions, deletions] = [count('+'), count('-')];
  return { ...file, additions, deletions, changes: additions + deletions };
}

export function reviewShape({ event, user, ...review }: Review) {
  const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED', PENDING: event };
  const submitted = event === 'PENDING' ? {} : { submitted_at: '2026-11-22T12:00:00Z' };
  return { ...review, ...submitted, state: states[event], user: accountShape(user), author_association: 'NONE' };
}

export function reviewCommentShape({ user, line, original_line, ...comment }: ReviewComment) {
  const isFile = comment.subject_type === 'file';
  const lines = isFile ? {} : { line, ...(original_line !== null && { original_line }) };
  return {
    ...{ ...comment, ...lines, node_id: `PRRC_${comment.id}`, position: isFile || line !== null ? 1 : null },
    start_side: comment.original_start_line === null ? null : comment.side,
    user: user && accountShape(user),
    author_association: 'NONE',
  };
}

export function issueCommentShape({ user, ...comment }: IssueComment) {
  return { ...comment, user: user && accountShape(user), node_id: `IC_${comment.id}`, author_association: 'NONE' };
}

export function commitShape({ sha, tree, parents, message }: GitCommit) {
  return {
    sha,
    commit: { message, tree: { sha: tree } },
    parents: parents.map(parent => ({ sha: parent, url: `https://api.github.com/commits/${parent}` })),
  };
}

function accountShape({ login, type }: Account) {
  return { login, type, id: 41_898_282 };
}
