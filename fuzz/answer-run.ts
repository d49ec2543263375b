import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chanceFor } from '../judge/chance.js';
import { isSummary, markOf } from '../src/report/marker.js';
import { startFakeGitHub, type FakeGitHub } from '../test/github/fake/fake-github.js';
import type { Fault, Sender } from '../test/github/fake/faults.js';
import { actionsBot } from '../test/github/fake/permissions.js';
import { runStep, type StepResult } from '../test/github/fake/runner.js';
import { everyRead, isWrite, requestsOf, type AnswerCase } from './answer-case.js';
import type { Programs } from './answer-programs.js';
import type { Scenario } from './answer-scenarios.js';
import { sendWired, type Wired } from './answer-wire.js';
import { startElsewhere } from './elsewhere.js';
import type { Measured } from './measured.js';

/** How a case went. */
export interface AnswerRun {
  readonly number: number;
  readonly sentence: string;
  readonly colour: 'green' | 'red';
  readonly isPosted: boolean;
  readonly isAnnotated: boolean;
  readonly seconds: number;
  readonly megabytes: number;
  /** What should not have been so, a sentence each. */
  readonly failures: readonly string[];
  readonly log: string;
}

/** What a run ends with when GitHub answers as it does. */
export type Expected = (scenario: Scenario) => Promise<StepResult>;

const limit = { seconds: 10, toldToWait: 30, megabytes: 1024 };

let files = 0;

/** Runs each scenario once, when it is asked for first. */
export function expectedWith(programs: Programs): Expected {
  const known = new Map<Scenario, Promise<StepResult>>();
  const clean = async (scenario: Scenario) => {
    const github = await startFakeGitHub(scenario.github);
    scenario.before(github);
    const { result } = await run(scenario, github, programs);
    await github.close();
    return result;
  };
  return scenario => {
    const result = known.get(scenario) ?? clean(scenario);
    known.set(scenario, result);
    return result;
  };
}

/** Runs the case; what cannot even be judged, such as a token that is seen, is a failure of it as well. */
export async function runAnswerCase(given: AnswerCase, programs: Programs, expected: Expected): Promise<AnswerRun> {
  try {
    return await judged(given, programs, expected);
  } catch (error) {
    const { number, sentence } = given;
    const failures = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    return {
      ...{ number, sentence, failures, colour: 'red', isPosted: false, isAnnotated: false },
      ...{ seconds: 0, megabytes: 0, log: '' },
    };
  }
}

/** Runs the case, and once more without it: then everything is said, and once. */
async function judged(given: AnswerCase, programs: Programs, expected: Expected): Promise<AnswerRun> {
  const { scenario, number, sentence, mutations } = given;
  const failures: string[] = [];
  const fail = (isSo: boolean, text: string) => void (isSo && failures.push(text));
  const other = await startElsewhere();
  const faults = faultsOf(given, other.url);
  const github = await startFakeGitHub({ ...scenario.github, faults });
  scenario.before(github);
  const standing = github.writes.length;

  const { result, measured, seconds } = await run(scenario, github, programs);
  const { log, exitCode, hung, succeeded, outputs, annotations } = result;
  const wasTold = mutations.some(({ waits }) => waits);
  fail(hung, 'it was killed, as it did not end');
  fail(!hung && exitCode !== 0 && exitCode !== 1, `it ended with ${exitCode}`);
  fail(seconds > (wasTold ? limit.toldToWait : limit.seconds), `it took ${seconds.toFixed(1)} s`);
  fail(measured === null, 'its process did not end by itself');
  fail((measured?.megabytes ?? 0) > limit.megabytes, `it took ${measured?.megabytes.toFixed(0)} MB`);
  fail(/this is a bug in istio-egress-review/.test(log), 'it takes it for a bug of ours');
  fail(
    /^\s+at .*:\d+:\d+\)?$|Uncaught|unhandled|\(node:\d+\)/im.test(log),
    'its log has a stack, or a warning of Node',
  );
  const strangers = (measured?.servers ?? []).filter(server => server !== new URL(github.url).host);
  fail(strangers.length > 0, `it asked ${strangers.join(', ')}`);
  fail(other.requests.length > 0, `another host was asked: ${other.requests.join('; ')}`);
  fail(
    !isExpected(given, result, await expected(scenario)),
    `its verdict is another: ${JSON.stringify({ succeeded, ...outputs })}`,
  );
  const isPosted = github.writes.length > standing;

  faults.length = 0;
  if (isPosted && failures.length === 0) {
    const again = await run(scenario, github, programs);
    fail(again.result.hung || /this is a bug/.test(again.result.log), 'the next run failed');
    if (!isLie(given)) failures.push(...saidTwice(github));
  }
  fail(
    github.reviews.some(({ event }) => event !== 'COMMENT'),
    'it sent a review that asks for changes',
  );
  await other.close();
  await github.close().catch((error: unknown) => void failures.push(String(error)));
  return {
    ...{ number, sentence, isPosted, seconds, failures, log },
    ...{ colour: succeeded ? 'green' : 'red', megabytes: measured?.megabytes ?? 0 },
    isAnnotated: annotations.some(({ file }) => file !== undefined) || annotations.length > (succeeded ? 0 : 1),
  };
}

interface Ran {
  readonly result: StepResult;
  readonly measured: Measured | null;
  readonly seconds: number;
}

async function run({ step, hurries }: Scenario, github: FakeGitHub, programs: Programs): Promise<Ran> {
  const file = join(programs.folder, `measured-${(files += 1)}.json`);
  const environment = { ...step.environment, NODE_OPTIONS: programs.nodeOptions(hurries), FUZZ_MEASURED: file };
  const started = performance.now();
  const result = await runStep({ ...step, environment, apiUrl: github.url, serverUrl: github.url, timeoutMs: 40_000 });
  const seconds = (performance.now() - started) / 1000;
  const measured = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Measured) : null;
  rmSync(file, { force: true });
  return { result, measured, seconds };
}

/**
 * What GitHub refuses or redirects it has not done: to say so of a write that was done would be a lie, which nobody could
 * see through.
 */
function faultsOf(given: AnswerCase, elsewhere: string): Fault[] {
  const { seed, number, on, nth, mutations } = given;
  let count = 0;
  const send: Sender = ({ status, headers = {}, bytes = Buffer.of() }, response) => {
    const chance = chanceFor(seed, `answer ${(count += 1)} of ${number}`);
    const around = { chance, elsewhere, url: `http://${response.req.headers.host}${response.req.url}` };
    const answer: Wired = { status, headers, bytes, manner: 'at once' };
    sendWired(
      mutations.reduce((now, { change }) => change(now, around), answer),
      response,
    );
  };
  const isUndone = isWrite(on) && (!given.isDone || mutations.some(({ refuses }) => refuses));
  const broken = { ...(nth !== null && { nth }), ...(isUndone ? { instead: send } : { after: send }) };
  return on === everyRead
    ? requestsOf(given.scenario).flatMap(name => (isWrite(name) ? [] : [{ on: name, ...broken }]))
    : [{ on, ...broken }];
}

/** As without any fault; where the commits may not have been read, red without a review is right as well. */
function isExpected({ on, scenario }: AnswerCase, { succeeded, outputs }: StepResult, expected: StepResult): boolean {
  // Where the reports lie is another place every time.
  const told = (all: StepResult['outputs']) => JSON.stringify({ ...all, report: null, sarif: null });
  if (succeeded === expected.succeeded && told(outputs) === told(expected.outputs)) return true;
  const isNeeded = scenario.commits.includes(on) || (on === everyRead && scenario.commits.length > 0);
  return isNeeded && !succeeded && told(outputs) === told({ verdict: 'fail' });
}

function isLie({ on, mutations }: AnswerCase): boolean {
  return /^GET .*comments$|viewer/.test(on === everyRead ? 'viewer' : on) && mutations.some(({ lies }) => lies);
}

function saidTwice({ reviewComments, issueComments }: FakeGitHub): readonly string[] {
  const ours = (user: { readonly login: string } | null) => user?.login === actionsBot.login;
  const marks = reviewComments.filter(({ user }) => ours(user)).flatMap(({ body }) => markOf(body)?.fingerprints ?? []);
  const twice = marks.filter((mark, index) => marks.indexOf(mark) !== index);
  const summaries = issueComments.filter(({ user, body }) => ours(user) && isSummary(body));
  return [
    ...twice.map(mark => `${mark} is said twice`),
    ...(summaries.length > 1 ? [`there are ${summaries.length} summaries`] : []),
  ];
}
