import type { SourceDocument } from '../../source/document.js';
import { nodeAt, pairOf } from '../../source/node.js';
import type { Report } from '../fault.js';
import { readIdentity } from '../metadata.js';
import type { Resource } from '../resource.js';
import { podMaker } from '../workload.js';
import { revisionNamed, saysNothing, type Installation, type Stated } from './installation.js';
import { itemsAt, statedText, statedVariables } from './said.js';

const CONTAINERS = ['spec', 'template', 'spec', 'containers'];
const POD_LABELS = ['spec', 'template', 'metadata', 'labels'];

const decodeWorkload = podMaker('Deployment');

/** Decodes a Deployment: that of istiod says what runs, any other makes pods. */
export function decodeDeployment(document: SourceDocument, report: Report): Resource {
  return istiodOf(document) ?? decodeWorkload(document, report);
}

/** istiod is the container `discovery` of an image `pilot`. */
function istiodOf(document: SourceDocument): Installation | null {
  const index = itemsAt(document, CONTAINERS).findIndex(container => {
    const name = pairOf(container, 'name')?.value;
    return name?.kind === 'scalar' && name.text === 'discovery';
  });
  const path = [...CONTAINERS, index, 'image'];
  const image = nodeAt(document.root, path);
  const named = image?.kind === 'scalar' ? /\/pilot(?::([^@/]+))?(?:@[^/]*)?$/.exec(image.text) : null;
  if (named === null) return null;

  const [, tag] = named;
  const versions: readonly Stated<string>[] = tag === undefined ? [] : [{ value: tag, path }];
  const identity = readIdentity(document, () => undefined);
  const flags = statedVariables(document, [...CONTAINERS, index, 'env']);
  const revision =
    flags['REVISION']?.value ??
    statedText(document, [...POD_LABELS, 'istio.io/rev'])?.value ??
    identity.labels['istio.io/rev'] ??
    /^istiod-(.+)$/.exec(identity.name)?.[1];
  return {
    kind: 'Installation',
    writtenKind: 'Deployment',
    standing: 'running',
    ...identity,
    namespaceGiven: true,
    ...saysNothing,
    revision: revisionNamed(revision),
    versions,
    flags,
  };
}
