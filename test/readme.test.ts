import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentedRules } from '../src/findings/catalogue.js';
import { format } from '../src/report/format.js';
import { commentBody } from '../src/report/review-comments.js';
import { storiesOf } from '../src/report/story.js';
import { nothingGiven, review } from '../src/review.js';
import { noSettingsFile } from '../src/settings/settings.js';
import { readSides } from '../src/source/side.js';
import { tool } from '../src/tool.js';
import { settingsFile, today } from './settings-files.js';

const outage = review({
  ...readSides('examples/outage/base', 'examples/outage/head', { cwd: process.cwd() }),
  given: nothingGiven,
  settings: { inForce: noSettingsFile, atHead: noSettingsFile, meshConfigAtHead: null, today },
});

function firstComment(): string {
  const [story] = storiesOf(outage.findings);
  if (story === undefined) throw new Error('the example has no finding');
  const lines = commentBody(story, { on: 'suggestion', links: null })
    .split('\n')
    .filter(line => !line.startsWith('<!--'));
  return lines
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
    .replace(/(\n>)+$/, '');
}

function firstInTerminal(): string {
  const text = format('text', outage, { tool, colour: false, width: 100 });
  const lines = text.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^\S/.test(line));
  const verdict = text.trimEnd().split('\n\n').at(-1) ?? '';
  return ['```text', ...lines.slice(0, end), '…', verdict, '```'].join('\n');
}

function ruleTable(): string {
  const rows = documentedRules.map(
    ({ id, severities, summary }) => `| [\`${id}\`](docs/rules/${id}.md) | ${severities} | ${summary} |`,
  );
  return ['| rule | severity | reported when |', '| --- | --- | --- |', ...rows].join('\n');
}

const settings = readFileSync('examples/egress-review.yaml', 'utf8').trimEnd();

function exampleSettings(): string {
  return ['```yaml', settings, '```'].join('\n');
}

/** What the example settings say under `waivers`. */
function exampleWaivers(): string {
  const waivers = /^waivers:\n(?: .*\n)+/m.exec(settings)?.[0] ?? '';
  return ['```yaml', waivers.trimEnd(), '```'].join('\n');
}

test('the example settings are sound', () => {
  const { problems, settings: read } = settingsFile(settings);
  expect([problems, read.waivers.length, read.severities.length]).toEqual([[], 1, 2]);
});

/** What the command's own tests show, for a sidecar like the manifests or unlike them. */
function verified(which: 'same' | 'different'): string {
  return ['```text', readFileSync(`test/fixtures/verify/${which}.txt`, 'utf8').trimEnd(), '```'].join('\n');
}

/** The first finding of the example, as the command's own tests show it, and the verdict. */
function firstOfUpgrade(): string {
  const lines = readFileSync('test/fixtures/cli/upgrade-1.24.txt', 'utf8').trimEnd().split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^\S/.test(line));
  return ['```text', ...lines.slice(0, end), '…', lines.at(-1) ?? '', '```'].join('\n');
}

// UPDATE_GOLDEN=1 writes these parts anew: read the diff.
test.each([
  ['README.md', 'comment', firstComment],
  ['README.md', 'terminal', firstInTerminal],
  ['README.md', 'rules', ruleTable],
  ['README.md', 'waiver', exampleWaivers],
  ['README.md', 'upgrade', firstOfUpgrade],
  ['docs/settings.md', 'settings', exampleSettings],
  ['docs/verify.md', 'verified', () => verified('same')],
  ['docs/verify.md', 'verify', () => verified('different')],
])('%s shows the %s as it really is', (page, part, real) => {
  const text = readFileSync(page, 'utf8');
  const [start, end] = [`<!-- ${part}:start -->`, `<!-- ${part}:end -->`];
  const [before = '', rest = ''] = text.split(start);
  const [shown = '', after = ''] = rest.split(end);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(page, `${before}${start}\n\n${real()}\n\n${end}${after}`);
  } else {
    expect(shown.trim()).toBe(real());
  }
});
