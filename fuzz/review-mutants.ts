import { readCases } from './cases.js';
import { mutantOf } from './mutant.js';
import { reviewMutant } from './review-mutant.js';
import type { Answer } from './reviewer.js';

/** Reviews the mutants whose numbers come as messages, and answers each; the seed is the argument. */
const cases = readCases('.');
const seed = Number(process.argv[2]);

process.on('message', (number: number) => process.send?.({ ...answer(number), megabytes: peak() }));

function answer(number: number): Partial<Answer> {
  try {
    return { outcome: reviewMutant(mutantOf(cases, seed, number)) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function peak(): number {
  return process.resourceUsage().maxRSS / 1024;
}
