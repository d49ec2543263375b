import { type InputError, inputError } from '../source/problem.js';
import type { Io, Output } from './io.js';

/** The streams, the folder and the environment of the running process. */
export function processIo(process: NodeJS.Process): Io {
  return {
    stdin: utf8(process),
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    cwd: process.cwd(),
    today: new Date().toISOString().slice(0, 10),
    env: process.env,
  };
}

/** Touches stdin when it is first read: a command that needs none must not wait for it. */
async function* utf8({ stdin }: NodeJS.Process): AsyncIterable<string> {
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) yield String(chunk);
}

function output(stream: NodeJS.WriteStream): Output {
  let isClosed = false;
  // The callback of each write gets the error too; without a listener the first one would end the process.
  stream.on('error', () => {
    isClosed = true;
  });
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : null,
    write: text =>
      new Promise((resolve, reject) => {
        if (isClosed) resolve(false);
        else
          stream.write(text, error => {
            if (error === null || error === undefined) resolve(true);
            else if (isBrokenPipe(error)) resolve(false);
            else reject(unwritable(error));
          });
      }),
  };
}

function isBrokenPipe(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

function unwritable(cause: Error): InputError {
  const message = `the output cannot be written (${cause.message}): make room for it, or send it elsewhere`;
  return inputError('unreadable', message, cause);
}
