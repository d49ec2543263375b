import type { ResourceName } from '../src/findings/finding.js';
import { decodeSides, type Request } from '../src/review.js';
import { writtenKind } from '../src/resources/resource.js';
import type { SourceDocument } from '../src/source/document.js';
import type { Side } from '../src/source/side.js';

/** The request with these resources as base has them: head's manifests of them go, and base's come back. */
export function takenBack(request: Request, resources: readonly ResourceName[]): Request {
  const { base, head } = decodeSides(request);
  const names = new Set(resources.map(nameOf));
  const documentsOf = ({ resources: valid, invalid }: typeof base, { manifests: { documents } }: Side) => {
    const meant = [
      ...valid.filter(resource => names.has(nameOf({ ...resource, kind: writtenKind(resource) }))),
      ...invalid.filter(refused => names.has(nameOf(refused))),
    ];
    return new Set(documents.filter(document => meant.some(one => isWithin(one.document, document))));
  };
  const gone = documentsOf(head, request.head);
  const back = documentsOf(base, request.base);
  const { documents } = request.head.manifests;
  return {
    ...request,
    head: {
      ...request.head,
      manifests: {
        ...request.head.manifests,
        documents: [...documents.filter(document => !gone.has(document)), ...back],
      },
    },
  };
}

function nameOf({ kind, namespace, name }: ResourceName): string {
  return `${kind}/${namespace}/${name}`;
}

/** What a manifest says of Istio may be a text within it. */
function isWithin(inner: SourceDocument, { path, root }: SourceDocument): boolean {
  return inner.path === path && root.start <= inner.root.start && inner.root.end <= root.end;
}
