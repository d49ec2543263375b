/** What GitHub answers instead of doing what it is asked. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  /** Of what is wrong with a request: texts for a review, objects elsewhere. */
  readonly errors?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The answer to one request, before it is bytes. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  /** Sent in place of `data`, for what is no JSON. */
  readonly bytes?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function refuse({ status, message, errors, headers }: Refusal): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  const data = { message, ...(errors && { errors }), documentation_url, status: String(status) };
  return { status, data, ...(headers && { headers }) };
}

export const notFound: Refusal = { status: 404, message: 'Not Found' };

/** One field of a comment is wrong; `message` is GitHub's sentence about it. */
export function invalidField(resource: string, field: string, message: string): Refusal {
  return { status: 422, message: 'Validation Failed', errors: [{ resource, code: 'custom', field, message }] };
}
