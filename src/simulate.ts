import { asRecorded } from './as-recorded.js';
import type { Call } from './envoy/call.js';
import { startSidecar } from './envoy/sidecar.js';
import type { ControlPlane } from './istio/control-plane.js';
import { ageAsGiven } from './mesh/age.js';
import { createConversion } from './mesh/conversion.js';
import { configureProxy, type ProxyConfiguration } from './proxy/configuration.js';
import type { Proxy } from './proxy/proxy.js';
import { configurationJson, verdictJson, type Json } from './report/conformance.js';
import type { Resource } from './resources/resource.js';
import { buildMesh } from './scope/build-mesh.js';
import { createScopes } from './scope/scope.js';
import { selectSidecar } from './scope/select-sidecar.js';

/** A mesh of the conformance vectors, read. */
export interface Mesh {
  readonly id: string;
  readonly controlPlane: ControlPlane;
  readonly resources: readonly Resource[];
  readonly proxies: readonly (Proxy & { readonly id: string })[];
  readonly calls: readonly (Call & { readonly id: string })[];
}

/** Answers a mesh as real istiod and Envoy are recorded to: manifests as given, nothing invented. */
export function simulate({ id, calls, ...rest }: Mesh): { readonly [key: string]: Json } {
  const configure = configurer(rest);
  return {
    id,
    proxies: rest.proxies.map(proxy => {
      const configuration = asRecorded(configure(proxy), rest.controlPlane.behaves);
      const sidecar = startSidecar(configuration);
      return {
        id: proxy.id,
        ...configurationJson(configuration),
        verdicts: Object.fromEntries(calls.map(call => [call.id, verdictJson(sidecar.answer(call))])),
      };
    }),
  };
}

/** What each proxy of a mesh is told. */
export function configurer({
  controlPlane,
  resources,
}: Pick<Mesh, 'controlPlane' | 'resources'>): (proxy: Proxy) => ProxyConfiguration {
  const mesh = buildMesh(
    resources,
    controlPlane,
    ageAsGiven,
    createConversion(controlPlane, () => null),
  );
  const scopes = createScopes(mesh);
  return proxy => {
    const { chosen } = selectSidecar(mesh, proxy.namespace, proxy.labels);
    return configureProxy(scopes.scopeOf(proxy.namespace, chosen), proxy, mesh);
  };
}
