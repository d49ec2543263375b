import { newestRelease, resolveRelease } from '../../istio/release.js';
import { problemLine, refusalLine } from '../../report/problem-line.js';
import { decodeAll, duplicateProblem } from '../../resources/decode-all.js';
import { simulate as answer, type Mesh } from '../../simulate.js';
import { readManifests } from '../../source/manifests.js';
import { InputError } from '../../source/problem.js';
import { parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { exitCodes } from '../exit-code.js';
import { linesOf } from '../lines.js';
import { decodeMeshLine } from '../mesh-line.js';
import { usageError } from '../usage-error.js';

/** Answers recorded meshes, for whoever compares us with a real istiod. */
export const simulate: Command = {
  name: 'simulate',
  usage: 'simulate [--istio-version V] < MESHES.jsonl > ANSWERS.jsonl',
  summary: 'Answer meshes line by line, to be compared with what a real istiod answers',
  help: `
Reads meshes from stdin, one a line, {id, mesh, manifests, proxies, calls}, and
writes answers to stdout, {id, proxies: [{id, listeners, routes, clusters,
verdicts}]}. Manifests are taken as given: no address is invented. A MeshConfig
and DNS capture are not simulated yet; stderr says how many lines ask for them.

  --istio-version V   the release to simulate, like 1.30 (default: ${newestRelease})

Examples:
  zcat test/fixtures/conformance/1.30.3/basic.jsonl.gz | ${program} simulate
  ${program} simulate --istio-version 1.30 < meshes.jsonl > answers.jsonl

Exit codes: 0 answered, 2 some lines are broken (the others are answered all the
same), 3 a bug of this program.`,

  async run(args, io) {
    const given = parseArguments(args, { 'istio-version': { takes: 'V' } });
    const [first] = given.positionals;
    if (first !== undefined) throw usageError(`'${first}' is one too many, expected meshes on stdin: < ${first}`);
    // All that is known of releases today: which were recorded.
    resolveRelease(given.value('istio-version') ?? newestRelease);

    let number = 0;
    let hasBroken = false;
    const beyond: number[] = [];
    for await (const text of linesOf(io.stdin)) {
      number += 1;
      if (text.trim() === '') continue;
      const { mesh, isBeyond, notes } = readLine(text);
      for (const note of notes) await io.stderr.write(`${program}: line ${number}: ${note}\n`);
      if (isBeyond) beyond.push(number);
      if (mesh === null) hasBroken = true;
      else if (!(await io.stdout.write(`${JSON.stringify(answer(mesh))}\n`))) break;
    }
    if (beyond.length > 0) await io.stderr.write(beyondText(beyond, number));
    return hasBroken ? exitCodes.badInput : exitCodes.clean;
  },
};

interface ReadLine {
  /** null where the line is broken. */
  readonly mesh: Mesh | null;
  readonly isBeyond: boolean;
  readonly notes: readonly string[];
}

function readLine(text: string): ReadLine {
  try {
    const { manifests, isBeyond, ...rest } = decodeMeshLine(text);
    const { documents, problems } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
    const decoded = decodeAll(documents, new WeakMap());
    const faults = [...problems, ...decoded.duplicates.map(duplicateProblem)];
    if (faults.length > 0) throw new InputError(faults);
    return { mesh: { ...rest, resources: decoded.resources }, isBeyond, notes: decoded.invalid.map(refusalLine) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { mesh: null, isBeyond: false, notes: error.problems.map(problemLine) };
  }
}

function beyondText(lines: readonly number[], count: number): string {
  const which = lines.length === 1 ? `line ${lines[0]}` : `${lines.length} of ${count} lines, line ${lines[0]} first,`;
  const asks = lines.length === 1 ? 'asks' : 'ask';
  return (
    `${program}: ${which} ${asks} for a MeshConfig or for DNS capture, which are not simulated yet: ` +
    'answered with the default MeshConfig and without DNS capture\n'
  );
}
