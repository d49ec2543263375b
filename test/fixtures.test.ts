import { describe, expect, test } from '@jest/globals';
import { groupKey } from '../src/diff/simulation.js';
import { terminal } from '../src/report/terminal.js';
import { casesBelow, compareCase, complaints, readAllowed, readCase, reviewCase } from './case.js';
import { expectGolden } from './golden.js';

describe.each(['cases', 'cases-own'])('%s', root => {
  test.each(casesBelow(`test/fixtures/${root}`))('%s is judged as its case.yaml says', name => {
    const folder = `test/fixtures/${root}/${name}`;
    expect(complaints(reviewCase(folder), readCase(folder), readAllowed(folder))).toEqual([]);
  });
});

const withGroups = casesBelow('test/fixtures/cases-own').filter(name => {
  return readCase(`test/fixtures/cases-own/${name}`).groups !== undefined;
});

test.each(withGroups)('%s asks the groups that its case.yaml names', name => {
  const folder = `test/fixtures/cases-own/${name}`;
  const expected = readCase(folder).groups ?? {};
  const groups = compareCase(folder).classes.flatMap(groupClass => groupClass.groups);
  for (const [namespace, labels] of Object.entries(expected)) {
    const asked = groups
      .filter(group => group.namespace === namespace)
      .map(({ labels }) => groupKey({ namespace, labels }));
    expect(asked.sort()).toEqual(labels.map(pairs => groupKey({ namespace, labels: pairs })).sort());
  }
});

test.each(casesBelow('test/fixtures/cases'))('%s reads as its golden review', name => {
  const folder = `test/fixtures/cases/${name}`;
  expectGolden(`${folder}/review.txt`, `${terminal(reviewCase(folder), { colour: false, width: 100 })}\n`);
});

test('what the rules say of our own cases', () => {
  const texts = casesBelow('test/fixtures/cases-own').map(name => {
    const { findings, improvements } = reviewCase(`test/fixtures/cases-own/${name}`);
    return [
      `# ${name}`,
      ...findings.map(({ severity, title, message, fix }) => `${severity}: ${title}\n  why: ${message}\n  fix: ${fix}`),
      ...improvements.map(({ title }) => `better: ${title}`),
    ].join('\n');
  });
  expectGolden('test/fixtures/cases-own/texts.txt', `${texts.join('\n\n')}\n`);
});

test.each(casesBelow('test/fixtures/cases'))('%s sends its calls where istiod 1.30.3 was recorded to', name => {
  const folder = `test/fixtures/cases/${name}`;
  const sides = compareCase(folder);
  const { workloads = [], calls = [], recorded = [] } = readCase(folder);

  const answered = recorded.map(({ namespace, call: id }) => {
    const group = workloads.find(workload => workload.namespace === namespace);
    const call = calls.find(candidate => candidate.id === id);
    if (group === undefined || call === undefined) throw new Error(`${name} records an unknown workload or call`);
    const { kind, address, port, sni, host } = call;
    const ask = (side: typeof sides.base) =>
      side.simulation.sidecar(group).answer({ kind, address, port, host: sni ?? host ?? null, speaksFirst: 'client' })
        .cluster;
    return { namespace, call: id, before: ask(sides.base), after: ask(sides.head) };
  });
  expect(answered).toEqual(recorded);
});
