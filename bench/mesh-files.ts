import { SIDECAR_EVERY, namespaceName } from './namespaces.js';
import { deploymentText, serviceText } from './applications.js';
import type { Files } from './repository.js';
import { entryText, usualEntry } from './service-entries.js';
import { sidecarText, usualHosts } from './sidecars.js';

/**
 * A mesh as a GitOps repository holds it, a folder for each namespace: ten Services, eight with a Deployment in the
 * same file, two ServiceEntries, and a Sidecar in every third. The same number gives the same bytes.
 */
export function meshFiles(namespaces: number, isContested: boolean): Files {
  const files = new Map<string, string>();
  files.set('istio-system/namespace.yaml', namespaceText('istio-system'));
  for (let index = 0; index < namespaces; index += 1) {
    const namespace = namespaceName(index);
    const folder = folderOf(namespace);
    files.set(`${folder}/namespace.yaml`, namespaceText(namespace));
    applications.forEach((application, at) => {
      const texts = [serviceText(namespace, application)];
      if (at < DEPLOYED) texts.push(deploymentText(namespace, application, index));
      files.set(`${folder}/${application.name}.yaml`, texts.join('---\n'));
    });
    for (const which of [0, 1] as const) {
      const entry = usualEntry(namespace, index, which, isContested);
      files.set(entryPath(namespace, entry.name), entryText(entry));
    }
    if (index % SIDECAR_EVERY === 0)
      files.set(sidecarPath(namespace), sidecarText(namespace, usualHosts(index, namespaces)));
  }
  return files;
}

const DEPLOYED = 8;

const applications = [
  { name: 'web', ports: [{ name: 'http', port: 80 }], clusterIP: null },
  {
    name: 'api',
    ports: [
      { name: 'http', port: 8080 },
      { name: 'grpc', port: 9090 },
    ],
    clusterIP: null,
  },
  { name: 'auth', ports: [{ name: 'grpc', port: 9090 }], clusterIP: null },
  { name: 'search', ports: [{ name: 'http', port: 8080 }], clusterIP: null },
  { name: 'jobs', ports: [{ name: 'http-metrics', port: 9102 }], clusterIP: null },
  { name: 'cache', ports: [{ name: 'tcp-redis', port: 6379 }], clusterIP: null },
  {
    name: 'queue',
    ports: [
      { name: 'tcp-amqp', port: 5672 },
      { name: 'http-admin', port: 15672 },
    ],
    clusterIP: 'None',
  },
  { name: 'gateway', ports: [{ name: 'https', port: 443 }], clusterIP: null },
  { name: 'database', ports: [{ name: 'tcp-postgres', port: 5432 }], clusterIP: null },
  { name: 'legacy', ports: [{ name: 'web', port: 8000 }], clusterIP: null },
] as const;

export function entryPath(namespace: string, name: string): string {
  return `${folderOf(namespace)}/egress/${name}.yaml`;
}

export function sidecarPath(namespace: string): string {
  return `${folderOf(namespace)}/sidecar.yaml`;
}

function folderOf(namespace: string): string {
  return `apps/${namespace}`;
}

function namespaceText(namespace: string): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels:
    istio-injection: enabled
`;
}
