import { chanceFor } from '../judge/chance.js';
import type { Case, Files } from './cases.js';
import { mutations } from './mutations.js';
import { oneOf } from './one-of.js';

/** A change to review, of which one side is not as anybody wrote it. */
export interface Mutant {
  /** What was done to which case. */
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
}

/** The mutant of that number: the same for the same seed and cases. Of four, one is the base of its change. */
export function mutantOf(cases: readonly Case[], seed: number, number: number): Mutant {
  const chance = chanceFor(seed, `mutant ${number}`);
  const found = oneOf(cases, chance);
  const other = oneOf([...oneOf(cases, chance).head.values()], chance);
  let mutated: Files = found.head;
  const done: string[] = [];
  for (let left = 1 + chance.number(4); left > 0; left -= 1) {
    const name = oneOf(Object.keys(mutations), chance);
    const path = oneOf([...mutated.keys()], chance);
    const file = mutations[name]?.(mutated.get(path) ?? Buffer.of(), chance, other) ?? Buffer.of();
    mutated = new Map([...mutated, [path, file.subarray(0, MAX_MUTANT)]]);
    done.push(name);
  }
  const isBase = chance.number(4) === 0;
  const name = `${found.name}: ${done.join(', ')}${isBase ? ' (as base)' : ''}`;
  return isBase ? { name, base: mutated, head: found.base } : { name, base: found.base, head: mutated };
}

/** Repeated repetitions would not end. */
const MAX_MUTANT = 2 * 1024 * 1024;
