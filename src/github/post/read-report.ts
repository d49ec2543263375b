import { Ajv } from 'ajv';
import type { Review } from '../../findings/review.js';
import { reportSchema } from './report-schema.js';
import type { PostedReport } from './posted-report.js';
import { reviewOfReport } from './review-of-report.js';
import { Unpostable } from './unpostable.js';

const validate = new Ajv({ removeAdditional: true }).compile<PostedReport>(reportSchema);

/**
 * Reads a report that a stranger may have written, as far as comments are made of it. What the schema does not name is
 * dropped, what breaks it is refused as a whole: half a report would be a false one.
 */
export function readReport(text: string): Review {
  const report = parsed(text);
  if (!validate(report)) {
    const [fault] = validate.errors ?? [];
    throw new Unpostable(
      'warning',
      `the report is none of this program: ${fault?.instancePath ?? ''} ${fault?.message ?? ''}`,
    );
  }
  return reviewOfReport(wellFormed(report));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unpostable('warning', `the report is no JSON: ${error.message}`);
  }
}

/** Halves of characters, which JSON can hold and neither an address nor UTF-8 can, become U+FFFD. The schema bounds the depth. */
function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\ufffd') as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [wellFormed(key), wellFormed(each)])) as Value;
}
