/** GraphQL over the same state. The schema is GitHub's, so that both a query and the answer to it are what GitHub allows. */
import { graphql, buildSchema, parse, validate, type GraphQLSchema, type GraphQLFormattedError } from 'graphql';
import { readFileSync } from 'node:fs';
import { repositoryName, type FakeOptions } from './options.js';
import { actionsBot, integrationRefused } from './permissions.js';
import type { Answer } from './refusal.js';
import type { Account, State, Thread } from './state.js';

export interface Query {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** GitHub's schema is a megabyte, so it is read only when something is asked. */
let schema: GraphQLSchema | null = null;

/** The fields that a query asks for first, as `graphql viewer`; empty for what is no query. */
export function fieldsOf(query: string): { readonly names: readonly string[]; readonly writes: boolean } {
  try {
    const [operation] = parse(query).definitions.filter(definition => definition.kind === 'OperationDefinition');
    const fields = operation?.selectionSet.selections.filter(selection => selection.kind === 'Field') ?? [];
    return { names: fields.map(({ name }) => `graphql ${name.value}`), writes: operation?.operation === 'mutation' };
  } catch {
    return { names: [], writes: false };
  }
}

/** What GitHub's schema has against a query. */
export function faultsOfQuery({ query }: Query): readonly string[] {
  schema ??= readSchema();
  try {
    return validate(schema, parse(query)).map(({ message }) => message);
  } catch (error) {
    return [String(error)];
  }
}

export async function answerQuery({ query, variables }: Query, state: State, options: FakeOptions): Promise<Answer> {
  schema ??= readSchema();
  const rootValue = rootOf(state, options);
  const { data, errors } = await graphql({ schema, source: query, rootValue, variableValues: variables ?? {} });
  return {
    status: 200,
    data: { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(asGitHub) }) },
  };
}

/** GitHub has the kind of an error beside its message. */
function asGitHub(error: { toJSON: () => GraphQLFormattedError }) {
  const { extensions, ...rest } = error.toJSON();
  return { ...extensions, ...rest };
}

class Refused extends Error {
  readonly extensions: { readonly type: string };

  constructor(type: string, message: string) {
    super(message);
    this.extensions = { type };
  }
}

function rootOf(state: State, options: FakeOptions) {
  const isOurs = ({ owner, name }: { owner: string; name: string }) => `${owner}/${name}` === repositoryName;
  const canSee = options.token !== 'none';
  return {
    viewer: () => {
      if (options.tellsViewer === false) throw new Refused('FORBIDDEN', integrationRefused);
      return { login: actionsBot.login };
    },
    repository: (names: { owner: string; name: string }) => {
      if (isOurs(names) && canSee) return repositoryOf(state, options);
      throw new Refused('NOT_FOUND', `Could not resolve to a Repository with the name '${names.owner}/${names.name}'.`);
    },
    resolveReviewThread: ({ input }: ThreadInput) => changeThread(input.threadId, actionsBot.login),
    unresolveReviewThread: ({ input }: ThreadInput) => changeThread(input.threadId, null),
  };

  function changeThread(id: string, resolvedBy: string | null) {
    const thread = canSee ? state.threads.find(one => one.id === id) : undefined;
    if (thread === undefined) {
      throw new Refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
    }
    // `pull-requests: write` is not enough for an app's token, it takes `contents: write`.
    if (options.token !== 'maintainer') throw new Refused('FORBIDDEN', integrationRefused);
    thread.resolvedBy = resolvedBy;
    return { clientMutationId: null, thread: threadOf(thread, state, options) };
  }
}

interface ThreadInput {
  readonly input: { readonly threadId: string };
}

function repositoryOf(state: State, options: FakeOptions) {
  return {
    nameWithOwner: repositoryName,
    pullRequest: ({ number }: { number: number }) => {
      if (number !== state.number) {
        throw new Refused('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      }
      const threads = () => state.threads.map(thread => threadOf(thread, state, options));
      return { number, headRefOid: state.headSha, reviewThreads: (page: Page) => connection(threads(), page) };
    },
  };
}

function threadOf(thread: Thread, state: State, options: FakeOptions) {
  const comments = state.reviewComments.filter(({ id, in_reply_to_id }) =>
    [id, in_reply_to_id].includes(thread.comment),
  );
  const [first] = comments;
  const may = options.token === 'maintainer';
  const isResolved = thread.resolvedBy !== null;
  return {
    id: thread.id,
    isResolved,
    resolvedBy: thread.resolvedBy === null ? null : { login: thread.resolvedBy },
    isOutdated: first?.subject_type === 'line' && first.line === null,
    viewerCanResolve: may && !isResolved,
    viewerCanUnresolve: may && isResolved,
    viewerCanReply: options.token !== 'read',
    ...{ path: first?.path, line: first?.line, startLine: first?.start_line, originalLine: first?.original_line },
    diffSide: first?.side,
    subjectType: first?.subject_type.toUpperCase(),
    comments: (page: Page) =>
      connection(
        comments.map(({ id, body, user }) => ({
          ...{ id: `PRRC_${id}`, databaseId: id, fullDatabaseId: String(id), body },
          author: user && actor(user),
        })),
        page,
      ),
  };
}

/** Where GraphQL shows who wrote something, a bot's name lacks the `[bot]` that REST and the viewer have. */
function actor({ login, type }: Account) {
  return { __typename: type, login: login.replace(/\[bot\]$/, '') };
}

interface Page {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
}

/** GitHub takes from 1 to 100 at a time, and wants to be told how many. */
function connection<Node>(all: readonly Node[], { first, last, after }: Page) {
  const size = first ?? last;
  if (size === null || size === undefined) {
    throw new Refused('MISSING_PAGINATION_BOUNDARIES', 'You must provide a `first` or `last` value to paginate.');
  }
  if (size < 1 || size > 100) throw new Refused('EXCESSIVE_PAGINATION', `Requesting ${size} records exceeds 100.`);
  const start = after === null || after === undefined ? 0 : Number(Buffer.from(after, 'base64').toString());
  const nodes = first === null || first === undefined ? all.slice(-size) : all.slice(start, start + size);
  const cursorOf = (index: number) => Buffer.from(String(index)).toString('base64');
  const end = start + nodes.length;
  return {
    ...{
      nodes,
      totalCount: all.length,
      edges: nodes.map((node, index) => ({ node, cursor: cursorOf(start + index + 1) })),
    },
    pageInfo: {
      ...{ hasNextPage: end < all.length, hasPreviousPage: start > 0 },
      ...{
        startCursor: nodes.length > 0 ? cursorOf(start + 1) : null,
        endCursor: nodes.length > 0 ? cursorOf(end) : null,
      },
    },
  };
}

function readSchema(): GraphQLSchema {
  const text = readFileSync('node_modules/@octokit/graphql-schema/schema.graphql', 'utf8');
  return buildSchema(text, { assumeValid: true, noLocation: true });
}
