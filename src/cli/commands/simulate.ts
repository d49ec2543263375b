import { admissionOf } from '../../istio/admission-of.js';
import { behavesLike } from '../../istio/behaviours.js';
import type { MeshConfig } from '../../istio/mesh-config.js';
import { readMeshConfig } from '../../istio/read-mesh-config.js';
import { newestRelease, resolveRelease } from '../../istio/release.js';
import { versionText, type Version } from '../../istio/version.js';
import { problemLine, refusalLine } from '../../report/problem-line.js';
import { decodeAll, duplicateProblem } from '../../resources/decode-all.js';
import { simulate as answer, type Mesh } from '../../simulate.js';
import { fieldName } from '../../resources/fault.js';
import { readManifests } from '../../source/manifests.js';
import { InputError } from '../../source/problem.js';
import { readYaml } from '../../source/yaml-reader.js';
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
      const { mesh, notes } = readLine(text, release);
      for (const note of notes) await io.stderr.write(`${program}: line ${number}: ${note}\n`);
      if (mesh === null) hasBroken = true;
      else if (!(await io.stdout.write(`${JSON.stringify(answer(mesh))}\n`))) break;
    }
    return hasBroken ? exitCodes.badInput : exitCodes.clean;
  },
};

interface ReadLine {
  /** null where the line is broken. */
  readonly mesh: Mesh | null;
  readonly notes: readonly string[];
}

function readLine(text: string, release: Version): ReadLine {
  try {
    const { manifests, mesh, ...rest } = decodeMeshLine(text);
    const { documents, problems } = readManifests([{ path: 'manifests', content: '', text: manifests }]);
    const behaves = behavesLike(release, new Map());
    const decoded = decodeAll(documents, new WeakMap(), admissionOf(behaves));
    const faults = [...problems, ...decoded.duplicates.map(duplicateProblem)];
    const config = meshConfigOf(mesh, fault => faults.push({ code: 'field-type', message: fault, at: null }));
    if (faults.length > 0) throw new InputError(faults);
    const controlPlane = { behaves, version: release, config };
    return {
      mesh: { ...rest, controlPlane, resources: decoded.resources },
      notes: decoded.invalid.map(refusalLine),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { mesh: null, notes: error.problems.map(problemLine) };
  }
}

function meshConfigOf(text: string, report: (fault: string) => void): MeshConfig {
  const { roots, faults } = readYaml(text);
  for (const { message } of faults) report(`mesh: ${message}`);
  return readMeshConfig(roots[0] ?? null, (path, expected) => report(`mesh: ${fieldName(path)} is not ${expected}`));
}
