import type { Judgement } from './judgement.js';
import type { JudgedMesh } from './meshes.js';
import { dialects } from './question.js';

/** What a run comes to. */
export interface Report {
  add(mesh: JudgedMesh, proxy: string, judgement: Judgement): void;
  text(): string;
  /** Whether something was asked, and nothing disagrees. */
  isGood(): boolean;
}

export function createReport(seed: number): Report {
  const start = Date.now();
  const judged: { readonly mesh: JudgedMesh; readonly judgement: Judgement }[] = [];
  const disagreements: string[] = [];

  return {
    add(mesh, proxy, judgement) {
      judged.push({ mesh, judgement });
      disagreements.push(...judgement.disagreements.map(text => `${mesh.source} ${mesh.id}, proxy ${proxy}: ${text}`));
    },
    isGood: () => disagreements.length === 0 && judged.some(({ judgement }) => judgement.asked.length > 0),
    text() {
      const asked = judged.flatMap(({ judgement }) => judgement.asked);
      const sum = (of: (judgement: Judgement) => number) =>
        judged.reduce((total, { judgement }) => total + of(judgement), 0);
      const kinds = dialects.map(dialect => `${asked.filter(found => found === dialect).length} ${dialect}`);
      const themes = countBy(judged.map(({ mesh }) => mesh.source));
      const refused = judged.flatMap(({ mesh, judgement }) =>
        [...judgement.refused].map(([name, why]) => `  ${mesh.source} ${mesh.id}, ${name}: ${why}`),
      );
      return [
        ...disagreements.sort(),
        `${new Set(judged.map(({ mesh }) => mesh.id)).size} meshes (${themes}), seed ${seed}`,
        `${asked.length} calls: ${kinds.join(', ')}`,
        `${sum(({ listeners }) => listeners)} listeners, of which ${sum(({ bound }) => bound)} are real sockets in a pod ` +
          `(asked as if captured) and Envoy refused ${refused.length}`,
        ...refused.sort(),
        `${disagreements.length} disagreements, ${((Date.now() - start) / 1000).toFixed(0)} s`,
        '',
      ].join('\n');
    },
  };
}

function countBy(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
}
