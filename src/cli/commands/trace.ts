import { apparent, type Owner } from '../../envoy/verdict.js';
import { serverFirstPorts } from '../../istio/protocol.js';
import { traceText } from '../../report/trace.js';
import type { Resource } from '../../resources/resource.js';
import { spanOf } from '../../source/document.js';
import type { Span } from '../../source/span.js';
import { parseArguments } from '../arguments.js';
import { callOf, parseCallUrl, type CallUrl } from '../call-url.js';
import { program, type Command } from '../command.js';
import { terminalOptions } from '../io.js';
import { istioGiven, istioHelp, istioOptions, istioUsage } from '../istio-options.js';
import { readWorkload } from '../read-workload.js';
import { snapshotGiven, snapshotHelp, snapshotOptions, snapshotUsage } from '../snapshot-option.js';
import { usageError } from '../usage-error.js';
import { workloadHelp, workloadOf, workloadOptions } from '../workload-arguments.js';

/** Follows one call through a workload's sidecar. */
export const trace: Command = {
  name: 'trace',
  usage: `trace DIR|REV -n NAMESPACE [-l KEY=VALUE,...]
[--server-first]
${istioUsage}
${snapshotUsage} URL`,
  summary: "Follow one outbound call through a workload's sidecar, step by step",
  help: `
Says what becomes of a call that a pod makes: the address that it dials, then
each step of the sidecar's decision with its reason, then where the call ends.
  listener  the address and port under which the sidecar takes the connection
  chain     the part of the listener that matches what the connection looks like
  route     for plain HTTP: what the Host of the request leads to
  cluster   Envoy's name for the destination
  owner     the resource that declares the destination, and where

${workloadHelp}
${istioHelp}
${snapshotHelp}
  --server-first      the server speaks first, as with MySQL or SMTP (tcp only;
                      on ports ${[...serverFirstPorts].join(', ')} it does so anyway)
  URL                 https://HOST[:PORT], http://HOST[:PORT], tcp://HOST:PORT;
                      HOST is a name or an address

Examples:
  ${program} trace examples/outage/head -n istio-demo https://www.baidu.com
  ${program} trace examples/outage/base -n istio-demo tcp://10.0.0.5:3306

Exit codes: 0 answered, 2 the input or the command line is wrong (the rest of
the input is answered from all the same), 3 a bug of this program.`,

  async run(args, io) {
    const given = parseArguments(args, {
      ...workloadOptions,
      ...istioOptions,
      ...snapshotOptions,
      'server-first': { takes: null },
    });
    const [source, typedUrl, ...rest] = given.positionals;
    if (source === undefined || typedUrl === undefined) throw positionalMissing(source);
    if (rest[0] !== undefined) {
      throw usageError(`'${rest[0]}' is one too many, expected DIR|REV and URL, '${source}' and '${typedUrl}'`);
    }
    const url = parseCallUrl(typedUrl);
    const isServerFirst = given.has('server-first');
    if (isServerFirst) requireTcp(url);
    const group = workloadOf(given, `trace ${source} -n NAMESPACE ${typedUrl}`);

    const { workload, resources, exitCode } = await readWorkload(
      source,
      group,
      istioGiven(given, io.cwd),
      snapshotGiven(given, io.cwd),
      io,
    );
    const dialled = url.isAddress ? null : workload.dial(url.host);
    const call = callOf(url, dialled, isServerFirst);
    const verdict = workload.sidecar.answer(call);
    const shown = traceText(
      {
        group,
        url: typedUrl,
        call,
        host: url.host,
        dialled,
        choice: workload.choice,
        verdict,
        ownerAt: placeOf(apparent(verdict).owner, resources),
      },
      terminalOptions(io.stdout, io.env),
    );
    await io.stdout.write(`${shown}\n`);
    return exitCode;
  },
};

function positionalMissing(source: string | undefined): Error {
  if (source === undefined || source.includes('://')) {
    const url = source ?? 'https://www.example.com';
    return usageError(`DIR|REV is missing, expected where the manifests are: ${program} trace . -n NAMESPACE ${url}`);
  }
  return usageError(
    `URL is missing, expected the call to follow: ${program} trace ${source} -n NAMESPACE https://www.example.com`,
  );
}

function requireTcp({ kind }: CallUrl): void {
  if (kind === 'tcp') return;
  const scheme = kind === 'tls' ? 'https' : 'http';
  throw usageError(`--server-first fits tcp://HOST:PORT only: over ${scheme} the client speaks first`);
}

function placeOf(owner: Owner | null, resources: readonly Resource[]): Span | null {
  const resource = resources.find(
    ({ kind, namespace, name }) => kind === owner?.kind && namespace === owner.namespace && name === owner.name,
  );
  return resource === undefined ? null : spanOf(resource.document, resource.document.root);
}
