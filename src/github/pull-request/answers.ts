import { inspect } from 'node:util';
import { GitHubError } from './github-error.js';
import type {
  Author,
  ChangedFile,
  Comment,
  OpenPullRequest,
  PullRequestState,
  ReviewComment,
  Thread,
} from './pull-request.js';

/*
 * What GitHub answers, decoded strictly: a proxy's page, half a JSON text and another shape all end in a `GitHubError`
 * that says what was found. A comment that is not understood must not count as none, or it would be posted again.
 */

export function decodeState(answer: unknown): PullRequestState {
  const { head, state } = record(answer, 'a pull request');
  return { head: text(record(head, "a pull request's head")['sha'], "a head's sha"), isOpen: state === 'open' };
}

export function decodeOpenPullRequest(answer: unknown): OpenPullRequest {
  const { number: name, head, base } = record(answer, 'a pull request');
  const { sha, repo } = record(head, "a pull request's head");
  return {
    number: number(name, "a pull request's number"),
    headSha: text(sha, "a head's sha"),
    headRepositoryId: orNull(repo, "a head's repository", (of, what) => number(record(of, what)['id'], what)),
    baseSha: text(record(base, "a pull request's base")['sha'], "a base's sha"),
  };
}

export function decodeFile(answer: unknown): ChangedFile {
  const { filename, previous_filename: previous, patch, sha } = record(answer, 'a changed file');
  const path = text(filename, "a changed file's name");
  return {
    path,
    basePath: orNull(previous, "a changed file's former name", text) ?? path,
    patch: orNull(patch, 'a patch', text),
    blob: orNull(sha, "a changed file's sha", text),
  };
}

export function decodeComment(answer: unknown): Comment {
  const { id, body, user } = record(answer, 'a comment');
  return {
    id: number(id, "a comment's id"),
    body: orNull(body, "a comment's body", text) ?? '',
    author: orNull(user, "a comment's author", decodeAuthor),
  };
}

function decodeAuthor(answer: unknown, what: string): Author {
  const { login, type } = record(answer, what);
  return { login: text(login, "an author's login"), isBot: type === 'Bot' };
}

export function decodeReviewComment(answer: unknown): ReviewComment {
  const { path, side, line, start_line: start, in_reply_to_id: repliesTo } = record(answer, 'a review comment');
  const endLine = orNull(line, "a comment's line", number);
  const isOnLines = endLine !== null && (side === 'LEFT' || side === 'RIGHT');
  const from = orNull(start, "a comment's first line", number) ?? endLine;
  return {
    ...decodeComment(answer),
    isReply: orNull(repliesTo, "a reply's comment", number) !== null,
    place: isOnLines ? { path: text(path, "a comment's path"), side, line: from ?? endLine, endLine } : null,
  };
}

/** A page of a connection of GraphQL, with where the next one starts. */
export interface ThreadPage {
  readonly threads: readonly (readonly [comment: number, thread: Thread])[];
  readonly next: string | null;
}

export function decodeThreads(answer: unknown): ThreadPage {
  const repository = record(record(answer, 'an answer')['repository'], 'a repository');
  const { nodes, pageInfo } = record(
    record(repository['pullRequest'], 'a pull request')['reviewThreads'],
    'review threads',
  );
  const { hasNextPage, endCursor } = record(pageInfo, 'a page');
  return {
    threads: list(nodes, 'review threads').flatMap(decodeThread),
    next: hasNextPage === true ? text(endCursor, "a page's end") : null,
  };
}

function decodeThread(answer: unknown): ThreadPage['threads'] {
  const { id, isResolved, resolvedBy, comments } = record(answer, 'a review thread');
  const thread = {
    id: text(id, "a thread's id"),
    isResolved: isResolved === true,
    resolvedBy: orNull(resolvedBy, 'who resolved a thread', (by, what) => text(record(by, what)['login'], what)),
  };
  // A number in 64 bits is a text in GraphQL
  return list(record(comments, "a thread's comments")['nodes'], "a thread's comments").map(comment => [
    Number(record(comment, "a thread's comment")['fullDatabaseId']),
    thread,
  ]);
}

export function decodeViewer(answer: unknown): string {
  return text(record(record(answer, 'an answer')['viewer'], 'a viewer')['login'], "a viewer's login");
}

export function list(answer: unknown, what: string): readonly unknown[] {
  return Array.isArray(answer) ? answer : unexpected(answer, what);
}

function record(answer: unknown, what: string): Readonly<Record<string, unknown>> {
  const isRecord = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return isRecord ? (answer as Readonly<Record<string, unknown>>) : unexpected(answer, what);
}

function text(answer: unknown, what: string): string {
  return typeof answer === 'string' ? answer : unexpected(answer, what);
}

function number(answer: unknown, what: string): number {
  return typeof answer === 'number' ? answer : unexpected(answer, what);
}

function orNull<Decoded>(answer: unknown, what: string, decode: (answer: unknown, what: string) => Decoded) {
  return answer === undefined || answer === null ? null : decode(answer, what);
}

function unexpected(answer: unknown, what: string): never {
  throw new GitHubError(`the answer of GitHub cannot be read: expected ${what}, found ${shown(answer)}`, 200);
}

/** As much of a value as tells what it is: an answer may be long, deep, or hold numbers that JSON has no word for. */
function shown(answer: unknown): string {
  if (typeof answer === 'string') return JSON.stringify(answer.slice(0, 100));
  return inspect(answer, { depth: 1, maxArrayLength: 3, maxStringLength: 100, breakLength: Infinity }).slice(0, 100);
}
