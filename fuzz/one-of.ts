import type { Chance } from '../judge/chance.js';

export function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[chance.number(items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}
