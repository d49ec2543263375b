import type { RuleText } from '../rule.js';

/** A waiver that nothing needs; it is found where settings are applied, for it is no matter of the mesh. */
export const waiverUnused: RuleText = {
  id: 'waiver-unused',
  severities: 'error',
  summary: 'A waiver has nothing to waive: what it is about is not there, or goes or gets better with this change.',
  why:
    'A waiver that nobody needs waives the next finding that happens to look the same. It is unused if it fits no ' +
    'finding of the change, and either the change removes the resource that it names or mends what it accepts, or ' +
    'neither base nor head holds any host, resource or namespace that it names. A waiver whose finding was merged, or ' +
    'is yet to come, is not unused: its namespaces are there, and only its date ends it.',
  fix: 'Take the waiver out of the settings, in this change or before it; or correct what it names.',
};
