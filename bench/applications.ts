export interface Application {
  readonly name: string;
  readonly ports: readonly { readonly name: string; readonly port: number }[];
  /** `None` for a headless Service; null leaves it to the cluster, as manifests do. */
  readonly clusterIP: 'None' | null;
}

/** The Service of an application. */
export function serviceText(namespace: string, { name, ports, clusterIP }: Application): string {
  const portTexts = ports.map(
    port => `    - name: ${port.name}
      port: ${port.port}
      targetPort: ${port.name.slice(0, 15)}
`,
  );
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${namespace}
    app.kubernetes.io/managed-by: argocd
spec:
${clusterIP === null ? '' : `  clusterIP: ${clusterIP}\n`}  selector:
    app.kubernetes.io/name: ${name}
  ports:
${portTexts.join('')}`;
}

/** The Deployment of an application; `version` is the number of its image. */
export function deploymentText(namespace: string, { name, ports }: Application, version: number): string {
  const portTexts = ports.map(
    port => `            - name: ${port.name.slice(0, 15)}
              containerPort: ${port.port}
`,
  );
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${namespace}
    app.kubernetes.io/managed-by: argocd
spec:
  replicas: 2
  revisionHistoryLimit: 5
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
        app.kubernetes.io/part-of: ${namespace}
      annotations:
        prometheus.io/scrape: "true"
    spec:
      serviceAccountName: ${name}
      containers:
        - name: ${name}
          image: registry.example.com/${namespace}/${name}:1.${version}.0
          ports:
${portTexts.join('')}          env:
            - name: LOG_LEVEL
              value: info
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: ${name}-database
                  key: url
          readinessProbe:
            tcpSocket:
              port: ${ports[0]?.port}
            periodSeconds: 10
          resources:
            requests:
              cpu: 100m
              memory: 256Mi
            limits:
              memory: 512Mi
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
`;
}
