import { failOnLevels } from '../../findings/fail-on.js';
import { givenInstallations, withSettings } from '../../given.js';
import { formatNames } from '../../report/format.js';
import { readNamedFile } from '../../source/named-file.js';
import { requireManifests } from '../../source/require-manifests.js';
import { readSide, readSides, type SideOptions } from '../../source/side.js';
import { reviewUpgrade } from '../../upgrade.js';
import { choice, parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { settingsGiven, settingsHelp, settingsOption, settingsUsage } from '../settings-option.js';
import { snapshotGiven, snapshotHelp, snapshotOptions, snapshotUsage } from '../snapshot-option.js';
import { tellReview } from '../tell-review.js';
import { usageError } from '../usage-error.js';

/** Reviews what another release of Istio does with the same manifests. */
export const upgrade: Command = {
  name: 'upgrade',
  usage: `upgrade --from V --to V [--flag NAME=true|false]...
[--mesh-config FILE] [--with DIR|REV] [DIR|REV] ${settingsUsage}
[--format text|json|markdown|sarif] [--fail-on error|warning|never] ${snapshotUsage}`,
  summary: 'Compare two releases of Istio on the same manifests and report the calls whose fate changes',
  help: `
Nobody edits a manifest in an upgrade, and yet calls can end elsewhere: releases
of Istio read the same manifests differently. Both releases are asked the same
calls; a call that ends somewhere else is a finding. It names the behaviour of
Istio that moved, found by taking each one back alone, where Istio tells of it,
and the feature flag that keeps the old behaviour for a time, if there is one.

  DIR|REV             the manifests: a folder (default: the current one), or a
                      Git revision of the repository of the current folder
  --from V            the release that runs, like 1.23 or 1.23.4
  --to V              the release to come; an older one is a way back
  --flag N=B          a feature flag of istiod that the upgrade sets, like
                      PILOT_UNIFIED_SIDECAR_SCOPE=false; may be repeated. What
                      the manifests set holds for both releases
  --mesh-config FILE  MeshConfig as YAML, values of the chart istiod, or a
                      manifest that says it; holds for both releases
  --with DIR|REV      what the manifests are after the upgrade, where it brings
                      changes of its own
${settingsHelp}. Not which Istio
                      runs: that is --from; its flags hold for both releases
${snapshotHelp}
  --format FORMAT     text for people (default), json for programs, markdown for
                      a comment or a wiki, sarif for code scanning and editors
  --fail-on LEVEL     the least severity that makes the exit code 1:
                      error (default), warning, or never

Examples:
  ${program} upgrade --from 1.20 --to 1.24 examples/upgrade
  ${program} upgrade --from 1.24 --to 1.23 examples/upgrade

Exit codes: 0 nothing at --fail-on or above, 1 findings, 2 the input or the
command line is wrong (findings are printed all the same), 3 a bug of this
program.`,

  async run(args, io) {
    const given = parseArguments(args, {
      from: { takes: 'V' },
      to: { takes: 'V' },
      flag: { takes: 'NAME=true|false', isRepeatable: true },
      'mesh-config': { takes: 'FILE' },
      with: { takes: 'DIR|REV' },
      ...snapshotOptions,
      ...settingsOption,
      format: { takes: formatNames.join('|') },
      'fail-on': { takes: failOnLevels.join('|') },
    });
    const [from, to] = [given.value('from'), given.value('to')];
    if (from === null || to === null) throw releaseMissing(from, to);
    const formatName = choice('--format', given.value('format') ?? 'text', formatNames);
    const named = given.value('fail-on');
    const failOn = named === null ? null : choice('--fail-on', named, failOnLevels);
    const { before, after } = namesOf(given.positionals, given.value('with'));
    const settings = settingsGiven(given.value('config'), { base: before, head: after }, io);
    const { inForce, meshConfigAtHead } = settings;
    const file = given.value('mesh-config');
    const meshConfig = file === null ? null : readNamedFile(file, io.cwd);
    // The flags of the settings are set today, so both releases have them, as those of manifests.
    const atHead = { ...inForce, meshConfig: meshConfigAtHead };
    const istio = {
      base: givenInstallations(withSettings({ version: from, flags: [], meshConfig }, inForce)),
      head: givenInstallations(withSettings({ version: to, flags: given.values('flag'), meshConfig }, atHead)),
    };

    const snapshot = snapshotGiven(given, io.cwd);
    const { paths } = inForce.settings;
    const { base, head } = readBoth(before, after, { cwd: io.cwd, paths, snapshotFiles: snapshot.files });
    const places = [
      { name: before, manifests: base.manifests },
      { name: after, manifests: head.manifests },
    ];
    requireManifests(places, paths, inForce.path);
    const reviewed = reviewUpgrade({ base, head, given: istio, snapshot, settings });

    return tellReview(reviewed, formatName, failOn, io);
  },
};

function namesOf([first, ...others]: readonly string[], after: string | null) {
  if (others.length > 0) {
    throw usageError(
      `'${others[0] ?? ''}' is one place too many, expected one folder or revision: name what comes with the upgrade by --with`,
    );
  }
  const before = first ?? '.';
  return { before, after: after ?? before };
}

/** What is read once is one and the same at both sides. */
function readBoth(before: string, after: string, options: SideOptions) {
  if (before !== after) return readSides(before, after, options);
  const side = readSide(before, options);
  return { base: side, head: side };
}

function releaseMissing(from: string | null, to: string | null): Error {
  const missing = from === null ? (to === null ? '--from and --to are' : '--from is') : '--to is';
  return usageError(
    `${missing} missing, expected the releases to compare: ${program} upgrade --from ${from ?? '1.29'} --to ${to ?? '1.30'}`,
  );
}
