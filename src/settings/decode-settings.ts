import { failOnLevels } from '../findings/fail-on.js';
import type { Severity } from '../findings/finding.js';
import { severities as severityNames } from '../findings/importance.js';
import { ruleIds } from '../findings/rule-id.js';
import { featureFlags } from '../istio/behaviours.js';
import { oldestRelease } from '../istio/release.js';
import { compareVersions, parseVersion, versionText } from '../istio/version.js';
import { nearestTo, suggestion } from '../report/did-you-mean.js';
import { faultAt } from '../resources/fault.js';
import { boolean, integer, list, mapOf, optional, readNode, scalar, type Reader } from '../resources/fields.js';
import { parsePrefix } from '../resources/ip-address.js';
import { locate, sourceLine, type SourceDocument } from '../source/document.js';
import type { Node } from '../source/node.js';
import type { Problem } from '../source/problem.js';
import { isDay } from './calendar.js';
import { hostInUse } from './decode-hosts.js';
import type { Settings } from './settings.js';
import { placeOf, soundList, strict, whole } from './strict-fields.js';
import { isResourceName } from './waivers.js';
import { isPattern } from './wildcard.js';

/** What a settings file says by itself; the hosts in use may stand in a file that it names. */
export interface DecodedSettings {
  readonly settings: Settings;
  /** The file of the hosts in use; null where the settings name none. */
  readonly hostsFile: string | null;
  readonly problems: readonly Problem[];
}

const text: Reader<string> = scalar('', 'a text', node => (node.text.trim() === '' ? null : node.text));

const path: Reader<string> = scalar('', 'a path below the repository, like apps/shop', node =>
  node.text === '' || node.text.startsWith('/') || node.text.split('/').includes('..') ? null : node.text,
);

const pattern: Reader<string> = scalar('', 'a name, or one with * at its start or end for any text', node =>
  isPattern(node.text) ? node.text : null,
);

/** One of these words, of which `expected` tells; YAML 1.1 takes `off` for a boolean, people do not. */
function choice<const T extends string>(
  names: readonly T[],
  expected = `one of ${names.join(', ')}`,
): Reader<T | null> {
  return {
    absent: null,
    read(node, at, report) {
      const typed = node.kind === 'scalar' ? node.text : '';
      const found = names.find(name => name === typed) ?? null;
      const nearest = nearestTo(typed, names);
      const meant = nearest === null ? '' : `, did you mean '${nearest}'?`;
      if (found === null) report(at, `${expected}${meant}`);
      return found;
    },
  };
}

const rule = choice(ruleIds, "a rule that 'egress-review rules' lists");

const version: Reader<string> = scalar(
  '',
  `a release of Istio from ${versionText(oldestRelease)}, like 1.30 or 1.30.3`,
  node => {
    const parsed = parseVersion(node.text);
    return parsed === null || compareVersions(parsed, oldestRelease) < 0 ? null : node.text;
  },
);

const flags: Reader<Readonly<Record<string, boolean>>> = {
  absent: {},
  read(node, at, report) {
    const read = mapOf(boolean).read(node, at, report);
    const known = Object.entries(read).filter(([name]) => featureFlags.includes(name));
    for (const name of Object.keys(read)) {
      const expected = `another flag, for this one decides nothing that is simulated: ${suggestion(name, featureFlags)}`;
      if (!featureFlags.includes(name)) report([...at, name], expected);
    }
    return Object.fromEntries(known);
  },
};

const addresses: Reader<string> = scalar('', 'an IPv4 prefix of at least 256 addresses, like 240.240.0.0/16', node => {
  const prefix = parsePrefix(node.text);
  return prefix !== null && prefix.address.family === 4 && prefix.bits <= 24 ? node.text : null;
});

const day: Reader<string> = scalar('', 'the last day on which it waives, like 2027-01-31', node =>
  isDay(node.text) ? node.text : null,
);

const resourceName: Reader<string> = scalar(
  '',
  'a resource as Kind/namespace/name, or Kind/name without namespace',
  node => (isResourceName(node.text) ? node.text : null),
);

const subject = strict({
  hosts: list(pattern),
  port: optional(integer(1, 65535)),
  resource: optional(resourceName),
  namespaces: list(pattern),
  listener: optional(text),
  cluster: optional(text),
  entry: optional(text),
});

/**
 * All of a rule is no matter for a waiver: that is what severities are for. Nor may a field be there and name nothing,
 * which would be taken for all there is.
 */
const narrowSubject: typeof subject = {
  absent: subject.absent,
  read(node, at, report) {
    const found = subject.read(node, at, report);
    const fields = node.kind === 'mapping' ? node.pairs : [];
    if (node.kind === 'mapping' && fields.length === 0) {
      report(at, 'something that the finding is about, like hosts, port or resource');
    }
    for (const { key, value } of fields) {
      if (namesNothing(value))
        report([...at, key.text], 'something that the finding is about; else leave the field out');
    }
    return found;
  },
};

function namesNothing(value: Node): boolean {
  return value.kind === 'sequence' ? value.items.length === 0 : value.kind === 'scalar' && value.type === 'null';
}

const waiver = strict(
  { rule, subject: narrowSubject, reason: text, expires: day },
  {
    rule: 'the rule that it is about',
    subject: 'what the finding is about, like hosts, port or resource',
    reason: 'a sentence that says why the finding is accepted',
    expires: 'the last day on which it waives, like 2027-01-31',
  },
);

const severity = strict(
  {
    rule,
    namespaces: optional(list(pattern)),
    severity: choice<Severity | 'off'>([...severityNames, 'off']),
  },
  { rule: 'the rule that it is about', severity: `one of ${[...severityNames, 'off'].join(', ')}` },
);

const fields = strict({
  paths: whole(list(path)),
  istio: strict({ version: optional(version), flags, meshConfig: optional(path) }),
  failOn: choice(failOnLevels),
  addresses: optional(addresses),
  severities: soundList(severity),
  waivers: soundList(waiver),
  hostsInUse: strict({ complete: boolean, file: optional(path), hosts: soundList(hostInUse) }),
});

/** Decodes a settings file: each fault is a problem at its place, and what has one does not count. */
export function decodeSettings(document: SourceDocument): DecodedSettings {
  const problems: Problem[] = [];
  const fieldsAtFault = new Set<string | number | undefined>();
  const found = readNode(fields, document.root, [], (at, expected) => {
    fieldsAtFault.add(at[0]);
    const { message } = faultAt(document, at, expected);
    problems.push({
      code: 'settings',
      message: message.replace(/^the manifest is/, 'the settings are'),
      at: placeOf(document, at),
    });
  });
  const isListAtFault = fieldsAtFault.has('hostsInUse');
  return {
    settings: {
      paths: found.paths,
      istio: {
        version: found.istio.version === '' ? null : found.istio.version,
        flags: found.istio.flags,
        meshConfig: found.istio.meshConfig === '' ? null : found.istio.meshConfig,
      },
      failOn: found.failOn,
      addresses: found.addresses === '' ? null : found.addresses,
      severities: found.severities.flatMap(({ value, path: at }) =>
        value.rule === null || value.severity === null
          ? []
          : [{ rule: value.rule, namespaces: value.namespaces, severity: value.severity, at: locate(document, at) }],
      ),
      waivers: found.waivers.flatMap(({ value, path: at }) => {
        if (value.rule === null) return [];
        const place = locate(document, at);
        return [{ ...value, rule: value.rule, at: place, excerpt: sourceLine(document, place.line) ?? '' }];
      }),
      hostsInUse: {
        // A list that lost a row is complete no longer.
        isComplete: found.hostsInUse.complete && !isListAtFault,
        hosts: found.hostsInUse.hosts.map(({ value }) => value),
      },
    },
    hostsFile: found.hostsInUse.file === '' ? null : found.hostsInUse.file,
    problems: problems.sort(byPlace),
  };
}

function byPlace({ at: a }: Problem, { at: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
