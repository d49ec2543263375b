import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentedRules } from '../../src/findings/catalogue.js';
import { casesBelow, reviewCaseUnder } from '../case.js';
import { waiverText } from '../../src/settings/waiver-text.js';
import { covers } from '../../src/settings/waivers.js';
import { hostileFinding, hostileText } from '../report/hostile.js';
import { reviewSettings, settingsFile, today } from '../settings-files.js';

const folders = ['cases', 'cases-own'].flatMap(root =>
  casesBelow(`test/fixtures/${root}`).map(name => `test/fixtures/${root}/${name}`),
);
const waivedRules = new Set<string>();

test.each(folders)('%s: what a finding offers as its waiver waives it', folder => {
  const { findings } = reviewCaseUnder(folder, reviewSettings('{}'));
  for (const { rule, fingerprint, subject, waiver } of findings) {
    const again = reviewCaseUnder(folder, reviewSettings(waiver ?? ''));
    const found = again.waived.filter(waived => waived.fingerprint === fingerprint);
    expect([rule, subject, found.map(({ waivedBy }) => waivedBy), again.problems.filter(isOfSettings)]).toEqual([
      rule,
      subject,
      ['say here who accepts this and why (until 2027-02-22, .github/egress-review.yaml:2)'],
      [],
    ]);
    waivedRules.add(rule);
  }
});

test('a finding of every rule was waived so, but those about waivers', () => {
  const others = documentedRules.map(({ id }) => id).filter(id => !id.startsWith('waiver-'));
  expect([...waivedRules].sort()).toEqual([...others].sort());
});

test('whatever names a finding holds, its waiver is sound and covers it, or there is none', () => {
  const named = fc.tuple(hostileFinding, fc.array(hostileText, { maxLength: 3 }), hostileText);
  fc.assert(
    fc.property(named, ([some, hosts, entry]) => {
      const finding = { ...some, subject: { hosts, port: 443, entry } };
      const text = waiverText(finding, today);
      if (text === null) return;
      expect(text).toMatch(/^[ -~\n]+$/);
      const { settings, problems } = settingsFile(text);
      expect([problems, settings.waivers.map(waiver => covers(waiver, finding))]).toEqual([[], [true]]);
    }),
  );
});

function isOfSettings({ code }: { readonly code: string }): boolean {
  return code === 'settings';
}
