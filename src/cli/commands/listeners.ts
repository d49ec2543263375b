import { workloadJson } from '../../report/conformance.js';
import { jsonText } from '../../report/escape.js';
import { inventedAddressNote, listenerTable } from '../../report/listener-table.js';
import { patchedListenerNotes } from '../../report/patched-listeners.js';
import { rejectionNotes } from '../../report/rejection-notes.js';
import { sidecarChoiceText } from '../../report/sidecar-choice.js';
import { choice, parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { istioGiven, istioHelp, istioOptions, istioUsage } from '../istio-options.js';
import { readWorkload } from '../read-workload.js';
import { snapshotGiven, snapshotHelp, snapshotOptions, snapshotUsage } from '../snapshot-option.js';
import { usageError } from '../usage-error.js';
import { workloadHelp, workloadOf, workloadOptions } from '../workload-arguments.js';

const outputs = ['table', 'json'] as const;

/** Shows what a workload's sidecar listens on. */
export const listeners: Command = {
  name: 'listeners',
  usage: `listeners DIR|REV -n NAMESPACE [-l KEY=VALUE,...] [-o table|json]
${istioUsage}
${snapshotUsage}`,
  summary: "Show which addresses and ports a workload's sidecar takes, and where each leads",
  help: `
Istio sends each outbound connection of a pod through its sidecar. The sidecar
looks for a listener with the address and port that were dialled (0.0.0.0 stands
for every address; what no listener takes goes to port 15001), then for the row
of it whose MATCH fits the connection; of several the most specific wins, so
ALL takes what no other row does. DESTINATION says where that leads:
  Cluster: outbound|PORT||HOST   to the service of that host
  Route: PORT                    plain HTTP, decided by the Host of the request
  PassthroughCluster             unchanged to the address that was dialled
  BlackHoleCluster               nowhere: the connection is closed
Rows and columns are those of 'istioctl proxy-config listeners', which however
writes Non-HTTP/Non-TCP for BlackHoleCluster. What Envoy refuses is marked.

${workloadHelp}
${istioHelp}
${snapshotHelp}
  -o, --output FORMAT table (default), or json: listeners, routes and clusters

Which Sidecar resource governs the workload, what was left out, and which
listeners Envoy refuses, is said on stderr.

Examples:
  ${program} listeners examples/outage/head -n istio-demo
  ${program} listeners examples/outage/base -n istio-demo -l app=web -o json

Exit codes: 0 answered, 2 the input or the command line is wrong (the rest of
the input is answered from all the same), 3 a bug of this program.`,

  async run(args, io) {
    const given = parseArguments(args, {
      ...workloadOptions,
      ...istioOptions,
      ...snapshotOptions,
      output: { takes: outputs.join('|'), short: 'o' },
    });
    const [source, ...rest] = given.positionals;
    if (source === undefined) {
      throw usageError(`DIR|REV is missing, expected where the manifests are: ${program} listeners . -n NAMESPACE`);
    }
    if (rest[0] !== undefined) throw usageError(`'${rest[0]}' is one too many, expected a single DIR|REV, '${source}'`);
    const output = choice('--output', given.value('output') ?? 'table', outputs);
    const group = workloadOf(given, `listeners ${source} -n NAMESPACE`);

    const { workload, exitCode } = await readWorkload(
      source,
      group,
      istioGiven(given, io.cwd),
      snapshotGiven(given, io.cwd),
      io,
    );
    const { choice: sidecar, sidecar: running } = workload;
    const invented = inventedAddressNote(running.configuration.listeners);
    const notes = [
      ...sidecarChoiceText(sidecar, group),
      ...(invented === null ? [] : [invented]),
      ...patchedListenerNotes(running.configuration),
      ...rejectionNotes(running),
    ];
    for (const note of notes) await io.stderr.write(`${note}\n`);
    await io.stdout.write(
      output === 'table'
        ? `${listenerTable(running.configuration.listeners, running.rejections)}\n`
        : `${jsonText(workloadJson(group, sidecar, running))}\n`,
    );
    return exitCode;
  },
};
