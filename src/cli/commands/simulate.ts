import { newestRelease, resolveRelease } from '../../istio/release.js';
import { versionText } from '../../istio/version.js';
import { jsonText } from '../../report/escape.js';
import { simulate as answer } from '../../simulate.js';
import { parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { exitCodes } from '../exit-code.js';
import { linesOf } from '../lines.js';
import { readMesh } from '../read-mesh.js';
import { usageError } from '../usage-error.js';

/** Answers recorded meshes, for whoever compares us with a real istiod. */
export const simulate: Command = {
  name: 'simulate',
  usage: 'simulate [--istio-version V] < MESHES.jsonl > ANSWERS.jsonl',
  summary: 'Answer meshes line by line, to be compared with what a real istiod answers',
  help: `
Reads meshes from stdin, one a line, {id, mesh, manifests, proxies, calls}, and
writes answers to stdout, {id, proxies: [{id, listeners, routes, clusters,
verdicts}]}. Manifests are taken as given: no address is invented.

  --istio-version V   the release to simulate, like 1.30 (default: ${versionText(newestRelease)})

Examples:
  zcat test/fixtures/conformance/1.30.3/basic.jsonl.gz | ${program} simulate
  ${program} simulate --istio-version 1.30 < meshes.jsonl > answers.jsonl

Exit codes: 0 answered, 2 some lines are broken (the others are answered all the
same), 3 a bug of this program.`,

  async run(args, io) {
    const given = parseArguments(args, { 'istio-version': { takes: 'V' } });
    const [first] = given.positionals;
    if (first !== undefined) throw usageError(`'${first}' is one too many, expected meshes on stdin: < ${first}`);
    const version = given.value('istio-version');
    const release = version === null ? newestRelease : resolveRelease(version);

    let number = 0;
    let hasBroken = false;
    for await (const text of linesOf(io.stdin)) {
      number += 1;
      if (text.trim() === '') continue;
      const { mesh, notes } = readMesh(text, release);
      for (const note of notes) await io.stderr.write(`${program}: line ${number}: ${note}\n`);
      if (mesh === null) hasBroken = true;
      else if (!(await io.stdout.write(`${jsonText(answer(mesh), 0)}\n`))) break;
    }
    return hasBroken ? exitCodes.badInput : exitCodes.clean;
  },
};
