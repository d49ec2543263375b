import { objectKey } from '../source/object-key.js';
import type { SourceDocument } from '../source/document.js';
import type { Snapshot } from '../source/snapshot.js';
import { decode } from './decode.js';
import type { Resources } from './decode-all.js';
import type { Resource } from './resource.js';

/**
 * Gives the manifests of a repository what a snapshot knows of them and no author writes: when they were created, and
 * the addresses that the API server and istiod gave. The same resource gives the same one again.
 */
export function inCluster({ documents }: Snapshot): (read: Resources) => Resources {
  if (documents.length === 0) return read => read;
  const held = new Map(documents.map(document => [objectKey(document), document]));
  const known = new WeakMap<Resource, Resource>();
  const complete = (resource: Resource) => {
    const made = known.get(resource) ?? completed(resource, held.get(objectKey(resource.document)));
    known.set(resource, made);
    return made;
  };
  return read => ({ ...read, resources: read.resources.map(complete) });
}

function completed(resource: Resource, twin: SourceDocument | undefined): Resource {
  if (twin === undefined || resource.fromSnapshot === true) return resource;
  const decoded = decode(twin);
  if (decoded.outcome !== 'resource') return resource;
  const { resource: there } = decoded;
  return { ...withAddresses(resource, there), createdAt: there.createdAt ?? resource.createdAt };
}

/** What the repository leaves open is as the cluster has it. */
function withAddresses(resource: Resource, there: Resource): Resource {
  if (resource.kind === 'ServiceEntry' && there.kind === 'ServiceEntry') {
    return resource.automaticAddresses.length > 0
      ? resource
      : { ...resource, automaticAddresses: there.automaticAddresses };
  }
  if (resource.kind !== 'Service' || there.kind !== 'Service') return resource;
  const isOpen = resource.type !== 'ExternalName' && resource.clusterIP === null && resource.clusterIPs.length === 0;
  if (!isOpen || there.clusterIP === 'None') return resource;
  return { ...resource, clusterIP: there.clusterIP, clusterIPs: there.clusterIPs };
}
