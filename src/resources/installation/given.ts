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
    kind: 'Installation',
    writtenKind: 'Option',
    standing: 'given',
    namespace: '',
    name: 'istio',
    labels: {},
    annotations: {},
    createdAt: null,
    namespaceGiven: true,
    document: nowhere,
    ...saysNothing,
    versions: version === null ? [] : [{ value: version, path: [] }],
    flags: Object.fromEntries([...flags].map(([name, value]) => [name, { value: String(value), path: [name] }])),
  };
}

const nowhere: SourceDocument = {
  path: '',
  text: '',
  lines: linesOf(''),
  root: { kind: 'mapping', pairs: [], start: 0, end: 0 },
};
