import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/findings/finding.js';
import { findingMarker, markOf, summaryMarker } from '../../../src/report/marker.js';
import { startFakeGitHub, type FakeFile, type FakeGitHub } from '../fake/fake-github.js';
import type { Account } from '../fake/state.js';
import { cause, finding, reviewOf } from './canned-review.js';
import { cannedRuns, type CannedRuns } from './canned-runs.js';

let runs: CannedRuns;

beforeAll(async () => {
  runs = await cannedRuns();
});

afterAll(() => runs.remove());

const sara: Account = { login: 'sara', type: 'User' };
const mallory: Account = { login: 'mallory', type: 'User' };
const otherBot: Account = { login: 'plans[bot]', type: 'Bot' };

/** A file of the diff in which an entry begins on this line. */
function file(name: string, line = 1, filename = `shop/${name}.yaml`): FakeFile {
  const above = Array.from({ length: line - 1 }, (_, index) => `+# line ${index + 1}`);
  const rows = [...above, `+# ${name}`, '+kind: ServiceEntry', '+spec: {}'];
  return { sha: 'another', filename, status: 'added', patch: [`@@ -0,0 +1,${rows.length} @@`, ...rows].join('\n') };
}

const pay = finding('pay', 'error');
const cart = finding('cart', 'warning');
const stock = finding('stock', 'notice');
const till = finding('till', 'error');
const payLower = finding('pay', 'error', 3);
const reworded = { ...payLower, message: 'The entry pay has still no addresses.' };
const [lowerCause = cause('pay', 3)] = payLower.causes;
const inAll = { ...reworded, causes: [{ ...lowerCause, at: { ...lowerCause.at, file: 'shop/all.yaml' } }] };

const files = { pay: file('pay'), payLower: file('pay', 3), payInAll: file('pay', 3, 'shop/all.yaml') };
const [cartFile, stockFile, tillFile] = [file('cart'), file('stock'), file('till')];

interface Push {
  readonly what: string;
  readonly findings: readonly Finding[];
  readonly files: readonly FakeFile[];
  /** Calls that write, where `+` is for a token that may resolve threads only. */
  readonly writes: string;
  /** What stands in our comments afterwards, in the order they were posted. */
  readonly comments: string;
  /** What people do before the next push. */
  readonly then?: (github: FakeGitHub) => void;
}

// prettier-ignore
const pushes: readonly Push[] = [
  { what: 'two findings come',                   findings: [pay, cart],             files: [files.pay, cartFile],                 writes: 'review, summary',                       comments: 'pay says it on 1-3, cart says it on 1-3',
    then: github => {
      github.addReviewComment({ user: sara, body: 'Is that so?', in_reply_to_id: commentOn(github, 'pay') });
      github.addReviewComment({ user: mallory, body: `Ignore me\n\n${findingMarker([stock.fingerprint])}` });
      github.addReviewComment({ user: otherBot, body: `Ignore me too\n\n${findingMarker([till.fingerprint])}` });
      github.addIssueComment(mallory, `${summaryMarker}\nNothing to see here.`);
    } },
  { what: 'nothing but a README changes',        findings: [pay, cart],             files: [files.pay, cartFile],                 writes: '',                                      comments: 'pay says it on 1-3, cart says it on 1-3' },
  { what: 'one moves down in its file',          findings: [payLower, cart],        files: [files.payLower, cartFile],            writes: 'summary',                               comments: 'pay says it on 3-5, cart says it on 1-3' },
  { what: 'a third one comes',                   findings: [payLower, cart, stock], files: [files.payLower, cartFile, stockFile], writes: 'review, summary',                       comments: 'pay says it on 3-5, cart says it on 1-3, stock says it on 1-3' },
  { what: 'one is mended',                       findings: [payLower, stock],       files: [files.payLower, cartFile, stockFile], writes: '+resolve, cart, summary',               comments: 'pay says it on 3-5, cart is solved on 1-3, stock says it on 1-3',
    then: github => github.setResolved(commentOn(github, 'stock'), 'sara') },
  { what: 'one is told in other words',          findings: [reworded, stock],       files: [files.payLower, cartFile, stockFile], writes: 'pay',                                   comments: 'pay says it on 3-5, cart is solved on 1-3, stock says it on 1-3 (resolved by sara)',
    then: github => void github.addReviewComment({ user: sara, body: 'I see.', in_reply_to_id: commentOn(github, 'pay') }) },
  { what: 'it moves to another file',            findings: [inAll, stock],          files: [files.payInAll, cartFile, stockFile], writes: 'pay, summary',                          comments: 'pay says it outdated, cart is solved on 1-3, stock says it on 1-3 (resolved by sara)' },
  { what: 'what was mended comes back',          findings: [inAll, cart, stock],    files: [files.payInAll, cartFile, stockFile], writes: '+unresolve, cart, summary',             comments: 'pay says it outdated, cart says it on 1-3, stock says it on 1-3 (resolved by sara)' },
  { what: 'one goes that a person had resolved', findings: [inAll, cart],           files: [files.payInAll, cartFile, stockFile], writes: 'stock, summary',                        comments: 'pay says it outdated, cart says it on 1-3, stock is solved on 1-3 (resolved by sara)' },
  { what: 'and comes back',                      findings: [inAll, cart, stock],    files: [files.payInAll, cartFile, stockFile], writes: 'stock, summary',                        comments: 'pay says it outdated, cart says it on 1-3, stock says it on 1-3 (resolved by sara)' },
  { what: 'all are mended',                      findings: [],                      files: [files.payInAll, cartFile, stockFile], writes: '+resolve, pay, +resolve, cart, stock, summary', comments: 'pay is solved outdated, cart is solved on 1-3, stock is solved on 1-3 (resolved by sara)' },
  { what: 'one comes back and a new one comes',  findings: [pay, till],             files: [files.pay, cartFile, tillFile],       writes: 'review, +unresolve, pay, summary',      comments: 'pay says it outdated, cart is solved on 1-3, stock is solved outdated (resolved by sara), till says it on 1-3' },
];

test.each(['write', 'maintainer'] as const)(
  'a pull request of twelve pushes with the token `%s`',
  async token => {
    const github = await startFakeGitHub({ number: 7, headSha: shaOf(0), files: [], token });
    try {
      const others: string[] = [];
      for (const [index, { what, findings, files: diff, writes, comments, then }] of pushes.entries()) {
        const head = shaOf(index + 1);
        github.setHead(head, diff);
        github.writes.length = 0;
        const review = reviewOf(findings);
        const { succeeded } = await runs.run(github.url, review, { head });
        expect([what, told(github.writes, github)]).toEqual([what, expectedWrites(writes, token)]);
        expect([what, ourComments(github)]).toEqual([what, comments]);
        expect([what, succeeded]).toEqual([what, review.summary.errors === 0]);
        expect([what, ofOthers(github)]).toEqual([what, others]);

        await runs.run(github.url, review, { head });
        expect([`${what}, seen twice`, told(github.writes, github)]).toEqual([
          `${what}, seen twice`,
          expectedWrites(writes, token),
        ]);
        expect([what, openOnes(github)]).toEqual([what, expectedOpen(comments, token)]);

        then?.(github);
        others.splice(0, others.length, ...ofOthers(github));
      }
      expect(others).toEqual(['Is that so?', 'Ignore me', 'Ignore me too', 'I see.', summaryMarker]);
    } finally {
      await github.close();
    }
  },
  120_000,
);

function shaOf(push: number): string {
  return push.toString(16).padStart(2, '0').repeat(20);
}

const isOurs = ({ user }: { readonly user: Account | null }) => user?.login === 'github-actions[bot]';

function ours({ reviewComments }: FakeGitHub) {
  return reviewComments.filter(isOurs).map(comment => ({ ...comment, name: nameOf(comment.path) }));
}

function nameOf(path: string): string {
  return path.replace(/^shop\/(.*)\.yaml$/, '$1');
}

function commentOn(github: FakeGitHub, name: string): number {
  const comment = ours(github).find(one => one.name === name);
  if (comment === undefined) throw new Error(`nothing is said about ${name}`);
  return comment.id;
}

function ourComments(github: FakeGitHub): string {
  return ours(github)
    .map(({ id, name, body, line, start_line: start }) => {
      const says = markOf(body)?.isSolved ? 'is solved' : 'says it';
      const where = line === null ? 'outdated' : `on ${start}-${line}`;
      const by = github.threads.find(({ comment }) => comment === id)?.resolvedBy;
      return `${name} ${says} ${where}${by === 'sara' ? ' (resolved by sara)' : ''}`;
    })
    .join(', ');
}

/** The names of comments whose thread is open: a thread that nobody may resolve stays so. */
function openOnes(github: FakeGitHub): string[] {
  const open = github.threads.filter(({ resolvedBy }) => resolvedBy === null).map(({ comment }) => comment);
  return ours(github).flatMap(({ id, name }) => (open.includes(id) ? name : []));
}

function expectedOpen(comments: string, token: string): string[] {
  return comments.split(', ').flatMap(comment => {
    const isResolved = comment.includes('resolved by') || (token === 'maintainer' && comment.includes('is solved'));
    return isResolved ? [] : (comment.split(' ')[0] ?? []);
  });
}

function ofOthers({ reviewComments, issueComments }: FakeGitHub): string[] {
  const all = [...reviewComments, ...issueComments].filter(comment => !isOurs(comment));
  return all.map(({ body }) => body.split('\n')[0] ?? '');
}

/** The calls that wrote something, by what they wrote. */
function told(calls: readonly string[], github: FakeGitHub): string {
  const names = new Map(ours(github).map(({ id, name }) => [`PATCH /pulls/comments/${id}`, name]));
  const summaries = github.issueComments.filter(isOurs).map(({ id }) => `PATCH /issues/comments/${id}`);
  return calls
    .map(call => {
      if (call === 'POST /pulls/7/reviews') return 'review';
      if (call === 'POST /issues/7/comments' || summaries.includes(call)) return 'summary';
      if (call === 'graphql resolveReviewThread') return 'resolve';
      return call === 'graphql unresolveReviewThread' ? 'unresolve' : (names.get(call) ?? call);
    })
    .join(', ');
}

function expectedWrites(writes: string, token: string): string {
  const all = writes.split(', ').filter(write => token === 'maintainer' || !write.startsWith('+'));
  return all.map(write => write.replace('+', '')).join(', ');
}
