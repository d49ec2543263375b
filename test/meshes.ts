import { startSidecar, type RunningSidecar } from '../src/envoy/sidecar.js';
import { defaultControlPlane } from './default-control-plane.js';
import { defaultMeshConfig, type MeshConfig } from '../src/istio/mesh-config.js';
import { ageAsGiven } from '../src/mesh/age.js';
import { createConversion } from '../src/mesh/conversion.js';
import type { Mesh } from '../src/mesh/mesh.js';
import type { MeshService } from '../src/mesh/service.js';
import { configureProxy, type ProxyConfiguration } from '../src/proxy/configuration.js';
import type { Proxy } from '../src/proxy/proxy.js';
import { decodeAll } from '../src/resources/decode-all.js';
import type { Resource } from '../src/resources/resource.js';
import { buildMesh } from '../src/scope/build-mesh.js';
import { createScopes, type Scope } from '../src/scope/scope.js';
import { selectSidecar } from '../src/scope/select-sidecar.js';
import { readManifests } from '../src/source/manifests.js';
import type { ManifestText } from './manifests.js';

/** The resources of manifests, through the real reader and decoder; what they refuse is a fault of the test. */
export function resourcesOf(...manifests: readonly ManifestText[]): readonly Resource[] {
  const { documents, problems } = readManifests([{ path: 'mesh.yaml', content: '', text: manifests.join('\n---\n') }]);
  const { resources, invalid } = decodeAll(documents, new WeakMap());
  const faults = [...problems, ...invalid.flatMap(({ faults }) => faults)].map(({ message }) => message);
  if (faults.length > 0) throw new Error(`the manifests of this test are refused: ${faults.join('; ')}`);
  return resources;
}

/** Manifests as given: no address is invented. */
export function meshOf(manifests: readonly ManifestText[], config: Partial<MeshConfig> = {}): Mesh {
  const controlPlane = { ...defaultControlPlane, config: { ...defaultMeshConfig, ...config } };
  return buildMesh(
    resourcesOf(...manifests),
    controlPlane,
    ageAsGiven,
    createConversion(controlPlane, () => null),
  );
}

/** The services of one manifest, unsorted and without what other manifests add. */
export function servicesOf(manifest: ManifestText): readonly MeshService[] {
  return meshOf([manifest]).services;
}

/** A proxy of namespace `shop`, IPv4 unless it is given otherwise. */
export function proxy(fields: Partial<Proxy> = {}): Proxy {
  return { namespace: 'shop', labels: {}, ips: ['10.1.1.1'], capturesDns: false, allocatesAddresses: false, ...fields };
}

export function scopeOf(manifests: readonly ManifestText[], fields: Partial<Proxy> = {}): Scope {
  const mesh = meshOf(manifests);
  const { namespace, labels } = proxy(fields);
  return createScopes(mesh).scopeOf(namespace, selectSidecar(mesh, namespace, labels).chosen);
}

export function configurationOf(manifests: readonly ManifestText[], fields: Partial<Proxy> = {}): ProxyConfiguration {
  return configureProxy(scopeOf(manifests, fields), proxy(fields), meshOf(manifests));
}

export function sidecarOf(manifests: readonly ManifestText[], fields: Partial<Proxy> = {}): RunningSidecar {
  return startSidecar(configurationOf(manifests, fields));
}
