import type { RuleText } from '../rule.js';

/** A waiver past its date; it is found where settings are applied, for it is no matter of the mesh. */
export const waiverExpired: RuleText = {
  id: 'waiver-expired',
  severities: 'error',
  summary: 'A waiver is past its date, so it waives nothing any more.',
  why:
    'Whoever accepted the finding did so until that day. It is an error in every change, also in those that have ' +
    'nothing to do with it, until somebody decides anew.',
  fix: 'Take the waiver out of the settings; or, if the finding is still accepted, give it a new date and a reason that holds.',
};
