import { failOnLevels } from '../../findings/fail-on.js';
import { formatNames } from '../../report/format.js';
import { review as reviewChange } from '../../review.js';
import { requireManifests } from '../../source/require-manifests.js';
import { readSides } from '../../source/side.js';
import { choice, parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { istioGiven, istioHelp, istioOptions, istioUsage } from '../istio-options.js';
import { settingsGiven, settingsHelp, settingsOption, settingsUsage } from '../settings-option.js';
import { snapshotExample, snapshotGiven, snapshotHelp, snapshotOptions, snapshotUsage } from '../snapshot-option.js';
import { tellReview } from '../tell-review.js';
import { usageError } from '../usage-error.js';

/** Reviews what one state of the manifests changes against another. */
export const review: Command = {
  name: 'review',
  usage: `review --base REV|DIR --head REV|DIR [PATH...]
[--format text|json|markdown|sarif] [--fail-on error|warning|never] ${settingsUsage}
${istioUsage}
${snapshotUsage}`,
  summary: 'Compare two states of the manifests and report the outbound calls whose fate changes',
  help: `
The sidecar of each workload is worked out from the manifests at base and at
head, as Istio would configure it. Both are asked the same calls, for example
'curl https://www.baidu.com' from namespace istio-demo. A call that ends
somewhere else is a finding, shown on the lines that cause it, with a way to
mend it. No cluster is needed, and nothing of the repository is run.

  --base REV|DIR      the state before: a folder, or a Git revision (a branch or
                      HEAD~1, say) of the repository of the current folder; a
                      folder wins over a revision of its name. Where main has
                      moved on since the branch of head began, say
                      "$(git merge-base main HEAD)" here
  --head REV|DIR      the state after
  PATH                read only these files, folders or globs, relative to the
                      folder or the repository that is read
  --format FORMAT     text for people (default), json for programs, markdown for
                      a comment or a wiki, sarif for code scanning and editors
  --fail-on LEVEL     the least severity that makes the exit code 1:
                      error (default), warning, or never
${settingsHelp}
${istioHelp}
${snapshotHelp}

${snapshotExample}

Examples:
  ${program} review --base examples/outage/base --head examples/outage/head
  ${program} review --base HEAD~1 --head HEAD examples/outage/head

Exit codes: 0 nothing at --fail-on or above, 1 findings, 2 the input or the
command line is wrong (findings are printed all the same), 3 a bug of this
program.`,

  async run(args, io) {
    const given = parseArguments(args, {
      base: { takes: 'REV|DIR' },
      head: { takes: 'REV|DIR' },
      ...istioOptions,
      ...snapshotOptions,
      ...settingsOption,
      format: { takes: formatNames.join('|') },
      'fail-on': { takes: failOnLevels.join('|') },
    });
    const baseName = given.value('base');
    const headName = given.value('head');
    if (baseName === null || headName === null) throw sideMissing(baseName, headName);
    const formatName = choice('--format', given.value('format') ?? 'text', formatNames);
    const named = given.value('fail-on');
    const failOn = named === null ? null : choice('--fail-on', named, failOnLevels);
    const settings = settingsGiven(given.value('config'), { base: baseName, head: headName }, io);
    const { inForce, meshConfigAtHead: meshConfig } = settings;
    const installed = {
      base: istioGiven(given, io.cwd, inForce),
      head: istioGiven(given, io.cwd, { ...inForce, meshConfig }),
    };

    const snapshot = snapshotGiven(given, io.cwd);
    const paths = given.positionals.length > 0 ? given.positionals : inForce.settings.paths;
    const { base, head } = readSides(baseName, headName, { cwd: io.cwd, paths, snapshotFiles: snapshot.files });
    const places = [
      { name: baseName, manifests: base.manifests },
      { name: headName, manifests: head.manifests },
    ];
    requireManifests(places, paths, given.positionals.length > 0 ? null : settings.inForce.path);
    const reviewed = reviewChange({ base, head, given: installed, snapshot, settings });

    return tellReview(reviewed, formatName, failOn, io);
  },
};

function sideMissing(base: string | null, head: string | null): Error {
  const missing = base === null ? (head === null ? '--base and --head are' : '--base is') : '--head is';
  return usageError(
    `${missing} missing, expected what to compare: ${program} review --base ${base ?? 'origin/main'} --head ${head ?? 'HEAD'}`,
  );
}
