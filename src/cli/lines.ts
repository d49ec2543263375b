/** The lines of a stream, one at a time, without their line breaks. A last line needs none. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let pending: string[] = [];
  for await (const chunk of chunks) {
    // A mesh is one line of up to megabytes, in chunks of 64 KiB: joined once, not again with every chunk.
    const [first = '', ...rest] = chunk.split('\n');
    pending.push(first);
    for (const next of rest) {
      yield pending.join('').replace(/\r$/, '');
      pending = [next];
    }
  }
  const last = pending.join('');
  if (last !== '') yield last;
}
