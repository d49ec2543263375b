import type { SourceDocument } from '../../source/document.js';
import { linesOf } from '../../source/lines.js';
import { saysNothing, type Installation } from './installation.js';

/** What a user says of the Istio that runs, beside a file. */
export interface Given {
  /** A release; null where none is given. */
  readonly version: string | null;
  /** Feature flags of istiod. */
  readonly flags: ReadonlyMap<string, boolean>;
}

/** Turns options into an installation of the highest standing. */
export function givenInstallation({ version, flags }: Given): Installation {
  return {
    ...unwritten('Option', 'istio'),
    versions: version === null ? [] : [{ value: version, path: [] }],
    flags: Object.fromEntries([...flags].map(([name, value]) => [name, { value: String(value), path: [name] }])),
  };
}

/** One behaviour of istiod as it is where these are given: of its own, so that it can be taken back alone. */
export function givenBehaviour(name: string, given: readonly Installation[]): Installation {
  return { ...unwritten('Behaviour', name), behaviour: { name, given } };
}

/** Whether no manifest says it. */
export function isUnwritten({ document }: Installation): boolean {
  return document === nowhere;
}

function unwritten(writtenKind: string, name: string): Installation {
  return {
    kind: 'Installation',
    writtenKind,
    standing: 'given',
    namespace: '',
    name,
    labels: {},
    annotations: {},
    createdAt: null,
    namespaceGiven: true,
    document: nowhere,
    ...saysNothing,
  };
}

const nowhere: SourceDocument = {
  path: '',
  text: '',
  lines: linesOf(''),
  root: { kind: 'mapping', pairs: [], start: 0, end: 0 },
};
