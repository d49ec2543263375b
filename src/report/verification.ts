import type { Difference } from '../live/comparison.js';
import type { LeftOut } from '../live/live-sidecar.js';
import type { Resource } from '../resources/resource.js';
import { spanOf } from '../source/document.js';
import type { Verification } from '../live/verification.js';
import { count, sentenceList } from './counts.js';
import { inert, visible } from './escape.js';
import { labelled } from './labelled.js';
import { namePlain } from './names.js';
import { paintFor, type Paint } from './paint.js';
import { prosePlain } from './prose.js';
import type { TerminalOptions } from './terminal.js';
import { wrap } from './wrap.js';

/** A verification for someone at a prompt: each difference, what only one side knows, the verdict, and what to do. */
export function verificationText(
  verification: Verification,
  { colour, width, command }: TerminalOptions & { readonly command: string },
): string {
  const paint = paintFor(colour);
  const { differences } = verification;
  const shown = differences.slice(0, SHOWN);
  const more = differences.length - shown.length;
  const parts = [
    ...shown.map(difference => differenceText(difference, width, paint)),
    ...(more === 0 ? [] : [`and ${count(more, 'more difference')}: -o json has all of them`]),
    ...asideTexts(verification).map(text => wrap(text, width).join('\n')),
    paint(differences.length === 0 ? 'good' : 'error', wrap(verdictText(verification), width).join('\n')),
    ...(differences.length === 0 ? [] : [adviceText(verification, width, paint, command)]),
  ];
  return inert(parts.join('\n\n'));
}

/** More than anyone reads; one wrong rule makes hundreds of them. */
const SHOWN = 25;

/** More than a listener has in most meshes. */
const LINES = 8;

function differenceText({ where, live, expected, owner, hints }: Difference, width: number, paint: Paint): string {
  const say = (label: string, texts: readonly string[]) => {
    const lines = texts.length <= LINES ? texts : [...texts.slice(0, LINES), `and ${texts.length - LINES} more`];
    const shown = lines.length === 0 ? ['nothing'] : lines.map(line => prosePlain(line));
    return shown.map((line, at) => labelled(at === 0 ? label : '', line, width, paint));
  };
  return [
    paint('strong', prosePlain(where.join(', '))),
    ...say('sidecar', live),
    ...say('expected', expected),
    ...(owner === null ? [] : say('declared', [resourceText(owner)])),
    ...hints.flatMap((hint, at) => say(at === 0 ? 'perhaps' : '', [hint])),
  ].join('\n');
}

/** What is no difference, but should be known. */
function asideTexts({
  live,
  undeclaredHosts,
  undeclaredResources,
  absent,
  taken,
  ofPods,
}: Verification): readonly string[] {
  const undeclared = [
    ...(undeclaredHosts.length === 0 ? [] : [`${count(undeclaredHosts.length, 'host')} (${firstOf(undeclaredHosts)})`]),
    ...(undeclaredResources.length === 0
      ? []
      : [firstOf(undeclaredResources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`))]),
  ];
  const missing = absent.map(({ host, resource }) => `${host}, ${placeText(resource)}`);
  return [
    ...(undeclared.length === 0
      ? []
      : [`Not in the repository: ${sentenceList(undeclared)}, known to the sidecar and declared by no manifest here.`]),
    ...taken
      .slice(0, LINES)
      .map(
        ({ where, live: seen, expected }) =>
          `Taken by what is not in the repository: ${prosePlain(where.join(', '))} leads to ${prosePlain(seen.join(', '))}, ` +
          `not ${prosePlain(expected.join(', '))}.`,
      ),
    ...(taken.length > LINES ? [`and ${taken.length - LINES} more places: -o json has all of them`] : []),
    ...(missing.length === 0
      ? []
      : [
          `Not in the cluster: ${count(missing.length, 'host')} (${firstOf(missing)}), declared for this sidecar and unknown to it. Not applied yet, or hidden by a Sidecar that is not here?`,
        ]),
    ...(ofPods.length === 0
      ? []
      : [`Known to the cluster only: ${firstOf(ofPods)}, for pods that no manifest describes.`]),
    ...live.pending.map(({ name, state, error }) =>
      state === 'warming'
        ? `Listener ${namePlain(name)} is still warming up; what istiod sent last is compared.`
        : `Envoy refused listener ${namePlain(name)} (${prosePlain(error)}); what istiod sent is compared.`,
    ),
  ];
}

function firstOf(names: readonly string[]): string {
  const [shown, rest] = [names.slice(0, 3).map(namePlain), names.length - 3];
  return rest > 0 ? `${shown.join('; ')}; and ${rest} more` : shown.join('; ');
}

/** `Compared 12 listeners and 3 route tables: 2 differences.` */
function verdictText({ live, differences }: Verification): string {
  const parts = [
    [live.listeners?.length ?? null, 'listener'],
    [live.tables?.size ?? null, 'route table'],
    [live.clusters?.size ?? null, 'cluster'],
  ] as const;
  const had = parts.flatMap(([amount, noun]) => (amount === null ? [] : [count(amount, noun)]));
  const lacking = parts.flatMap(([amount, noun]) => (amount === null ? [`${noun}s`] : []));
  const found =
    differences.length === 0
      ? 'the sidecar was told what the manifests say'
      : `${count(differences.length, 'difference')}, where the sidecar was told something else than the manifests say`;
  const rest = lacking.length === 0 ? '' : ` The dump has no ${sentenceList(lacking)}, so none are compared.`;
  return `Compared ${sentenceList(had)}: ${found}.${rest}`;
}

/** What else may be the reason, likeliest first, and what to send us where nothing else is. */
function adviceText({ live }: Verification, width: number, paint: Paint, command: string): string {
  const pod = live.node?.name ?? 'POD';
  const reasons = [
    'The cluster is behind or ahead of these manifests: compare them with what is applied (kubectl diff), and see that istioctl proxy-status says SYNCED.',
    'An EnvoyFilter changes it, or a MeshConfig or a flag of istiod that these manifests do not hold.',
    'Two resources claim the same, the older one wins, and manifests without creationTimestamp do not say which that is.',
    'The simulation is wrong. Then please open an issue with this output, the manifests that it names, and what these print:',
  ].map((text, at) => {
    const [first = '', ...rest] = wrap(text, width - 4);
    return [`  ${at + 1} ${first}`, ...rest.map(line => `    ${line}`)].join('\n');
  });
  return [
    paint('strong', 'What may be the reason, likeliest first:'),
    ...reasons,
    `      ${prosePlain(command)}`,
    `      istioctl proxy-config all ${namePlain(pod)} -o json`,
  ].join('\n');
}

function resourceText(resource: Resource): string {
  return `${resource.kind} ${resource.namespace}/${resource.name}, ${placeText(resource)}`;
}

function placeText({ document }: Resource): string {
  const { file, line } = spanOf(document, document.root);
  return `${visible(file)}:${line}`;
}

/** What of the dump was not compared, a sentence for each reason. */
export function leftOutNotes(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return reasons.map(reason => {
    const names = leftOut.filter(one => one.reason === reason).map(({ what, name }) => `${what} ${name}`.trim());
    return `not compared, as ${reason}: ${firstOf(names)}`;
  });
}
