import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseAllDocuments, visit, type Document } from 'yaml';
import type { Review } from '../../src/findings/review.js';
import { casesBelow } from '../case.js';
import { reviewOf } from '../reviews.js';
import { reviewSettings } from '../settings-files.js';
import { hostileText } from './hostile.js';

/** A case of the fixtures in which an enemy has chosen some of the names, the same at both sides. */
export interface HostileChange {
  readonly base: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string>>;
  /** Why the one waiver of the settings accepts what it accepts. */
  readonly reason: string;
}

type Folder = readonly (readonly [path: string, text: string])[];
type Renames = readonly (readonly [index: number, text: string])[];

const cases = ['cases', 'cases-own'].flatMap(root =>
  casesBelow(`test/fixtures/${root}`).map(name => {
    const folder = `test/fixtures/${root}/${name}`;
    return { base: filesIn(join(folder, 'base')), head: filesIn(join(folder, 'head')) };
  }),
);
/** Large meshes take long and say no more than small ones. */
const small = cases.filter(
  ({ base, head }) => [...base, ...head].reduce((sum, [, text]) => sum + text.length, 0) < 8_000,
);

const renames = fc.array(fc.tuple(fc.nat(), hostileText), { minLength: 1, maxLength: 4 });

export const hostileChange: fc.Arbitrary<HostileChange> = fc
  .tuple(fc.constantFrom(...small), renames, fc.array(fc.tuple(fc.nat(), hostileText), { maxLength: 1 }), hostileText)
  .map(([{ base, head }, names, files, reason]) => {
    const chosen = choose(valuesOf([...base, ...head]), names);
    const paths = choose([...new Set([...base, ...head].map(([path]) => path))], files);
    const written = (folder: Folder) =>
      Object.fromEntries(folder.map(([path, text]) => [renamedPath(path, paths), renamed(text, chosen)]));
    return { base: written(base), head: written(head), reason };
  });

/** Reviews such a change, from the text of its files on. */
export function reviewHostile({ base, head, reason }: HostileChange): Review {
  const waiver = { rule: 'traffic-captured', subject: { namespaces: ['*'] }, reason, expires: '2027-01-31' };
  const late = { ...waiver, rule: 'host-taken-over', expires: '2026-01-31' };
  return reviewOf(base, head, reviewSettings(JSON.stringify({ waivers: [waiver, late] })));
}

function filesIn(folder: string): Folder {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => [path, readFileSync(join(folder, path), 'utf8')] as const);
}

/** Every text that stands somewhere as a value, and the names of labels; not what makes a manifest one. */
function valuesOf(folder: Folder): readonly string[] {
  const found = new Set<string>();
  for (const [, text] of folder) {
    for (const document of parseAllDocuments(text)) {
      visit(document, {
        Pair: (_key, { key, value }) => {
          if (isScalar(key) && ['kind', 'apiVersion'].includes(String(key.value))) return visit.SKIP;
          if (isScalar(key) && String(key.value).includes('.')) found.add(String(key.value));
          if (isScalar(value) && typeof value.value === 'string') found.add(value.value);
          return undefined;
        },
        Scalar: (key, { value }) => {
          if (typeof key === 'number' && typeof value === 'string') found.add(value);
        },
      });
    }
  }
  return [...found].filter(value => value !== '');
}

function choose(from: readonly string[], wanted: Renames): ReadonlyMap<string, string> {
  return new Map(wanted.map(([index, text]) => [from[index % from.length] ?? '', text]));
}

/** What stands for a name also stands for it in `namespace/name` and in `name.namespace.svc.cluster.local`. */
function renamed(text: string, chosen: ReadonlyMap<string, string>): string {
  const replace = (value: string) => [...chosen].reduce((now, [name, evil]) => now.replaceAll(name, () => evil), value);
  const rename = (document: Document.Parsed) =>
    visit(document, {
      Scalar: (_key, node) => {
        if (typeof node.value !== 'string') return;
        const value = replace(node.value);
        if (value === node.value) return;
        node.value = value;
        node.type = 'QUOTE_DOUBLE';
      },
    });
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return text;
  for (const document of documents) rename(document);
  return documents.map(document => document.toString({ lineWidth: 0 })).join('---\n');
}

/** Git has no names with these, nor empty ones. */
function renamedPath(path: string, paths: ReadonlyMap<string, string>): string {
  const evil = paths
    .get(path)
    ?.replace(/[\0/\ud800-\udfff]/g, '')
    .slice(0, 200);
  return evil === undefined || evil === '' ? path : `${evil}.yaml`;
}
