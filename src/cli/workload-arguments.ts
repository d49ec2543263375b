import type { GroupName } from '../findings/finding.js';
import type { Arguments, Option } from './arguments.js';
import { program } from './command.js';
import { parseLabels } from './labels.js';
import { usageError } from './usage-error.js';

/** The options that name a workload, as kubectl spells them. */
export const workloadOptions = {
  namespace: { takes: 'NAMESPACE', short: 'n' },
  selector: { takes: 'KEY=VALUE', short: 'l' },
} as const satisfies Readonly<Record<string, Option>>;

/** What help texts say of them. */
export const workloadHelp = `  DIR|REV             a folder, or a Git revision of the repository of the
                      current folder; a folder wins over a revision of its name
  -n, --namespace NS  the namespace of the workload
  -l, --selector K=V  the labels of its pods, like app=web,tier=front (default:
                      a pod that no workloadSelector names)`;

/**
 * The workload that the options name.
 *
 * @throws InputError where the namespace is missing; `example` is what could be typed instead.
 */
export function workloadOf(given: Arguments<keyof typeof workloadOptions>, example: string): GroupName {
  const namespace = given.value('namespace');
  if (namespace !== null) return { namespace, labels: parseLabels(given.value('selector')) };
  throw usageError(`-n is missing, expected the namespace of the workload: ${program} ${example}`);
}
