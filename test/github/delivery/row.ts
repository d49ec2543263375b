import type { Change } from './changes.js';
import type { Columns } from './columns.js';
import type { EventName } from './events.js';
import type { FaultName } from './faults.js';
import type { Given, Token } from './run-row.js';

/** One row of the table; `–` is nothing. */
export type Row = readonly [
  event: EventName,
  token: Token,
  fault: FaultName,
  change: Change,
  posted: string,
  then: string,
  annotations: string,
  jobSummary: 'yes' | 'no',
  check: 'green' | 'red',
];

export function givenOf([event, token, fault, change]: Row): Given {
  return { event, token, fault, change };
}

export function expectedOf([, , , , posted, then, annotations, jobSummary, check]: Row): Columns {
  return { posted, then, annotations, jobSummary, check };
}
