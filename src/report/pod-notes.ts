import { isRecorded } from '../istio/release.js';
import { parseVersion, versionText, type Version } from '../istio/version.js';
import type { Verification } from '../live/verification.js';
import { count } from './counts.js';
import { namePlain } from './names.js';
import { groupWords } from './reach.js';

/** What was read from a dump of the pod that it is of, and what else it was asked, because no manifest says it. */
export function podNotes(verification: Verification, release: Version): readonly string[] {
  const { proxy, live, learnedAddresses, learnedPolicy } = verification;
  const name = live.node?.name ?? null;
  const from = live.node === null ? 'given' : 'from the dump';
  return [
    `pod ${name === null ? '' : `${namePlain(name)} `}of ${groupWords(proxy, namePlain)}, ${proxy.ips.map(namePlain).join(', ')}, ` +
      `${proxy.capturesDns ? 'captures DNS' : 'does not capture DNS'} (${from})`,
    releaseNote(verification, release),
    ...(learnedAddresses === 0
      ? []
      : [
          `addresses of ${count(learnedAddresses, 'Service')} without a clusterIP in the manifests are those of the dump`,
        ]),
    ...(learnedPolicy === null
      ? []
      : [`outboundTrafficPolicy ${learnedPolicy} is that of the dump: the manifests hold no MeshConfig`]),
    ...unsimulated(verification),
  ];
}

function releaseNote({ live }: Verification, release: Version): string {
  const said = live.node?.release ?? null;
  const simulated = `Istio ${versionText(release)} is simulated`;
  const why =
    said === null
      ? 'the dump does not say its release'
      : parseVersion(said) === null
        ? `the dump says '${namePlain(said)}', which is no release`
        : `the dump is of ${namePlain(said)}`;
  const recorded = isRecorded(release) ? '' : ', which was not compared with a real istiod of that release';
  return `${simulated}${recorded}: ${why}`;
}

function unsimulated({ live }: Verification): readonly string[] {
  return live.node?.interceptionMode === 'NONE'
    ? ['interception mode NONE is not simulated: expect differences in every listener']
    : [];
}
