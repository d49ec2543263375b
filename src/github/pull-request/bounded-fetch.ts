type Fetch = typeof globalThis.fetch;

/** Above the longest page that is asked for. Four megabytes of numbers are most of a gigabyte once Octokit has parsed them. */
export const longestAnswer = 4 * 1024 * 1024;

/** The same fetch, whose answers end with an error above so many bytes: what comes after them is not kept. */
export function boundedFetch(fetch: Fetch = globalThis.fetch, most = longestAnswer): Fetch {
  return async (...asked) => {
    const answer = await fetch(...asked);
    if (answer.body === null) return answer;
    let bytes = 0;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        if (bytes > most) controller.error(new Error(`the answer has more than ${most} bytes`));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers, url } = answer;
    const bounded = new Response(answer.body.pipeThrough(counting), { status, statusText, headers });
    return Object.defineProperty(bounded, 'url', { value: url });
  };
}
