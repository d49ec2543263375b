import { chanceFor } from '../judge/chance.js';
import { answerMutations, type AnswerMutation } from './answer-mutations.js';
import type { Scenario } from './answer-scenarios.js';
import { oneOf } from './one-of.js';

/** One run and what is wrong with the answers to it. */
export interface AnswerCase {
  readonly seed: number;
  readonly number: number;
  readonly scenario: Scenario;
  /** The request, as faults name it. */
  readonly on: string;
  /** Which of these requests; null for all. */
  readonly nth: number | null;
  /** GitHub does what it is asked, whatever it says of that. */
  readonly isDone: boolean;
  readonly mutations: readonly (AnswerMutation & { readonly name: string })[];
  /** All of it as a sentence. */
  readonly sentence: string;
}

/** In place of a request's name. */
export const everyRead = 'every read';

export function isWrite(name: string): boolean {
  return /^(?:POST|PATCH) |^graphql (?:un)?resolve/.test(name);
}

export function requestsOf({ commits, comments }: Scenario): readonly string[] {
  return [...commits, ...comments];
}

/** The case of that number: the same for the same seed and scenarios. */
export function answerCaseOf(scenarios: readonly Scenario[], seed: number, number: number): AnswerCase {
  const chance = chanceFor(seed, `answers ${number}`);
  const scenario = oneOf(scenarios, chance);
  const on = chance.number(20) === 0 ? everyRead : oneOf(requestsOf(scenario), chance);
  const nth = chance.number(3) === 0 ? null : oneOf([1, 1, 1, 2], chance);
  const names = Object.keys(answerMutations);
  const chosen = Array.from({ length: oneOf([1, 1, 1, 2, 3], chance) }, () => oneOf(names, chance));
  const mutations = chosen.flatMap(name => {
    const mutation = answerMutations[name];
    return mutation === undefined ? [] : [{ ...mutation, name }];
  });
  const isDone = chance.number(2) === 0;
  const which = nth === null ? 'every answer' : `answer ${nth}`;
  const sentence = `${scenario.name}: ${which} to ${on} ${chosen.join(', and ')}${isDone ? '' : ' (not done)'}`;
  return { seed, number, scenario, on, nth, isDone, mutations, sentence };
}
