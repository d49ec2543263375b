import type { ResourceName, Subject } from './finding.js';
import { resourceText } from './wording.js';

/** What several findings of one rule are about together, each thing once, in their order. */
export interface SharedSubject {
  readonly hosts: readonly string[];
  readonly ports: readonly number[];
  readonly listeners: readonly string[];
  readonly resources: readonly ResourceName[];
}

/** Adds up what findings are about. */
export function sharedSubject(subjects: readonly Subject[]): SharedSubject {
  const resources = subjects.flatMap(subject => subject.resources ?? []);
  return {
    hosts: [...new Set(subjects.flatMap(({ hosts = [] }) => hosts))],
    ports: [...new Set(subjects.flatMap(({ port }) => port ?? []))],
    listeners: [...new Set(subjects.flatMap(({ listener }) => listener ?? []))],
    resources: [...new Map(resources.map(resource => [resourceText(resource), resource])).values()],
  };
}
