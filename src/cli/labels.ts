import type { Labels } from '../resources/resource.js';
import { usageError } from './usage-error.js';

/**
 * The labels of `-l app=web,tier=front`; none where the option is not given.
 *
 * @throws InputError for what is not KEY=VALUE.
 */
export function parseLabels(text: string | null): Labels {
  if (text === null) return {};
  return Object.fromEntries(text.split(',').map(pair => labelOf(pair, text)));
}

function labelOf(pair: string, text: string): [string, string] {
  const [, key, value] = /^([^=!\s]+)=([^=\s]*)$/.exec(pair.trim()) ?? [];
  if (key !== undefined && value !== undefined) return [key, value];
  const where = pair === text ? '' : ` in '${text}'`;
  throw usageError(
    `label '${pair}'${where} is not understood, expected KEY=VALUE[,KEY=VALUE...], like app=web,tier=front`,
  );
}
