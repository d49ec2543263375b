import { settingNotes } from '../../findings/control-plane-notes.js';
import { givenInstallations } from '../../given.js';
import { decodeInCluster } from '../../istio/decode-in-cluster.js';
import { installedBy } from '../../istio/installed.js';
import { parseVersion, versionText } from '../../istio/version.js';
import type { LiveNode, LiveSidecar } from '../../live/live-sidecar.js';
import { podOf } from '../../live/pod.js';
import { readDump } from '../../live/read-dump.js';
import { revisionsOf } from '../../mesh/revisions.js';
import { jsonText } from '../../report/escape.js';
import { podNotes } from '../../report/pod-notes.js';
import { readingNotes } from '../../report/reading-notes.js';
import { sidecarChoiceText } from '../../report/sidecar-choice.js';
import { verificationJson } from '../../report/verification-json.js';
import { leftOutNotes, verificationText } from '../../report/verification.js';
import { revisionNamed, type Installation } from '../../resources/installation/installation.js';
import { readSide } from '../../source/side.js';
import { verify as compare } from '../../verify.js';
import { choice, parseArguments, type Arguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { exitCodes } from '../exit-code.js';
import { terminalOptions, type Io } from '../io.js';
import { istioGiven, istioHelp, istioOptions, istioUsage } from '../istio-options.js';
import { parseLabels } from '../labels.js';
import { readDumps } from '../read-dumps.js';
import { requireManifests } from '../../source/require-manifests.js';
import { snapshotGiven, snapshotHelp, snapshotOptions, snapshotUsage } from '../snapshot-option.js';
import { usageError } from '../usage-error.js';
import { workloadOptions } from '../workload-arguments.js';

const outputs = ['text', 'json'] as const;

/** Holds a running sidecar against the manifests. */
export const verify: Command = {
  name: 'verify',
  usage: `verify DIR|REV DUMP... [-n NAMESPACE] [-l KEY=VALUE,...]
${istioUsage}
${snapshotUsage} [-o text|json]`,
  summary: 'Compare what a running sidecar was told with what the manifests say of it',
  help: `
Works out from the manifests what istiod would tell the sidecar of a pod, and
says where the sidecar that runs was told something else about outbound traffic:
in its listeners, their chains, its routes or its clusters. So anyone can check
on a mesh of their own whether reviews are right. Nothing is sent anywhere.

  DIR|REV             a folder, or a Git revision of the repository of the
                      current folder; a folder wins over a revision of its name
  DUMP                what the sidecar was told, - for stdin: of
                      'istioctl proxy-config all POD -o json', of Envoy's
                      /config_dump, or the listings of istioctl proxy-config
                      listeners, routes, clusters and bootstrap (-o json each)
  -n, --namespace NS  the namespace of the pod (default: as the dump says)
  -l, --selector K=V  the labels of the pod (default: as the dump says)
${istioHelp}
${snapshotHelp}
  -o, --output FORMAT text (default) or json

What a repository cannot know is no difference: addresses that the cluster gave,
hosts and rules that no manifest declares, those that are not applied yet, and
pods. They are listed. What was read and what was left out is said on stderr.

Examples:
  istioctl proxy-config all POD -n shop -o json | ${program} verify . -
  ${program} verify examples/verify/manifests examples/verify/sidecar.json

Exit codes: 0 no difference, 1 differences, 2 the input or the command line is
wrong, 3 a bug of this program.`,

  async run(args, io) {
    const given = parseArguments(args, {
      ...workloadOptions,
      ...istioOptions,
      ...snapshotOptions,
      output: { takes: outputs.join('|'), short: 'o' },
    });
    const [source, dump, ...others] = given.positionals;
    if (source === undefined) throw positionalMissing('DIR|REV is missing, expected where the manifests are');
    if (dump === undefined) throw positionalMissing('DUMP is missing, expected a file, or - for stdin');
    const output = choice('--output', given.value('output') ?? 'text', outputs);

    const live = readDump(await readDumps([dump, ...others], io));
    const selector = given.value('selector');
    const group = {
      namespace: given.value('namespace') ?? namespaceOf(live, `verify ${source} ${dump} -n NAMESPACE`),
      labels: selector === null ? (live.node?.labels ?? {}) : parseLabels(selector),
    };
    const snapshot = snapshotGiven(given, io.cwd);
    const { manifests } = readSide(source, { cwd: io.cwd, snapshotFiles: snapshot.files });
    requireManifests([{ name: source, manifests }]);
    const decoded = decodeInCluster(manifests.documents, istioOf(given, live.node, io), snapshot);
    const told = live.node?.revision ?? null;
    const [assumed] = revisionsOf(decoded.resources).candidates(group.namespace, group.labels);
    const revision = told === null ? assumed : revisionNamed(told);
    const installed = installedBy(decoded.resources, revision);
    const { controlPlane, release, meshConfigs } = installed;

    const verification = compare({
      resources: decoded.resources,
      live,
      proxy: { ...group, ...podOf(live) },
      controlPlane: {
        ...controlPlane,
        config: { ...controlPlane.config, domain: live.node?.clusterDomain ?? controlPlane.config.domain },
      },
      revision,
      knowsPolicy: meshConfigs.length > 0,
    });
    const notes = [
      ...readingNotes(manifests, decoded, group, told !== null).map(note => `${program}: ${note}`),
      ...podNotes(verification, release),
      ...settingNotes(installed),
      ...sidecarChoiceText(verification.choice, group),
      ...leftOutNotes(live.leftOut),
    ];
    for (const note of notes) await io.stderr.write(`${note}\n`);

    const labels = Object.entries(group.labels).map(([key, value]) => `${key}=${value}`);
    const command = [
      program,
      'listeners',
      source,
      '-n',
      group.namespace,
      ...(labels.length === 0 ? [] : ['-l', labels.join(',')]),
      '-o',
      'json',
    ].join(' ');
    await io.stdout.write(
      output === 'text'
        ? `${verificationText(verification, { ...terminalOptions(io.stdout, io.env), command })}\n`
        : `${jsonText(verificationJson(verification, versionText(release)))}\n`,
    );
    if (manifests.problems.length > 0) return exitCodes.badInput;
    return verification.differences.length > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

function positionalMissing(message: string): Error {
  return usageError(`${message}: istioctl proxy-config all POD -o json | ${program} verify . -`);
}

function namespaceOf({ node }: LiveSidecar, example: string): string {
  const namespace = node?.namespace ?? null;
  if (namespace !== null) return namespace;
  throw usageError(`-n is missing, and the dump does not say the namespace of the pod: ${program} ${example}`);
}

/** What was typed, else the release that the dump says, goes before what the manifests install. */
function istioOf(given: Arguments<keyof typeof istioOptions>, node: LiveNode | null, io: Io): readonly Installation[] {
  const typed = istioGiven(given, io.cwd);
  const said = given.value('istio-version') === null ? (node?.release ?? null) : null;
  // Builds of one's own may have any version.
  if (said === null || parseVersion(said) === null) return typed;
  return [...typed, ...givenInstallations({ version: said, flags: [], meshConfig: null })];
}
