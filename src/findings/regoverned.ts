import type { Seen } from './rule.js';
import { list, nameText, resourceText } from './wording.js';

/** Why and how to mend it where pods fall to another Sidecar; null where they do not. */
interface Regoverned {
  /** A sentence on what does not import the hosts now. */
  readonly reason: string;
  readonly fix: string;
}

/** Says it where one change is the cause: of the pods' labels, or of what their Sidecar selects. */
export function regoverned({ causes, before, after, groupClass, subject }: Seen): Regoverned | null {
  const [cause, ...others] = causes;
  if (cause === undefined || cause.change !== 'modified' || others.length > 0) return null;
  const [was, is] = [before, after].map(({ simulation }) => simulation.choice(groupClass.asked).chosen);
  if (was === is) return null;
  const isOfPods = cause.resource?.kind === 'Workload';
  const isOfSelector = cause.kind === 'Sidecar' && was?.name === cause.name && is?.name !== cause.name;
  if (!isOfPods && !isOfSelector) return null;

  const name = resourceText(cause);
  const them = subject.hosts?.length === 1 ? 'it' : 'them';
  const governor = is === null || is === undefined ? null : `Sidecar ${nameText(is)}`;
  const moved = isOfPods ? `The pods of ${name} carry other labels now` : `${name} does not select these pods any more`;
  const back = isOfPods ? `Give the pods of ${name} the labels that they had` : `Let ${name} select these pods again`;
  return {
    reason:
      governor === null
        ? `${moved}, so no Sidecar governs them, and ${them === 'it' ? 'it is' : 'they are'} not exported to them.`
        : `${moved}, so ${governor} governs them, which does not import ${them}.`,
    fix:
      governor === null
        ? `${back}.`
        : `${back}, or add ${list(subject.hosts ?? [])} to the egress hosts of ${governor}.`,
  };
}
