/** Manifests as people write them, with all that YAML lets them do. */
export const handwrittenManifests: Readonly<Record<string, string>> = {
  'comments and both ways to indent lists': `# Owner: team-shop
apiVersion: networking.istio.io/v1 # stable
kind: ServiceEntry
metadata:
  name: baidu   # two spaces
  namespace: istio-demo
  labels: {app: web, "tier": 'front end', empty: }
spec:
  hosts:
  - www.baidu.com
  - "*.baidu.com" # in quotes: a star

  # the ports
  ports:
    - number: 443
      name: tls
      protocol: TLS
    -
      number: 80
      name: http
  location: MESH_EXTERNAL
  exportTo: [".", 'istio-system' , default]
`,
  'block scalars of every sort': `apiVersion: v1
kind: ConfigMap
metadata: {name: rules}
data:
  keep.txt: |+
    one
      two

    three

  strip.txt: |-
    {{ .Values.x }}: [not, a, list
    # no comment
  folded: >
    one
    two

    three
      four
  indented: |2
      two blanks more
    ---
  last: "a \\
    b\\tc"
`,
  'quotes over several lines': `apiVersion: v1
kind: ConfigMap
metadata:
  annotations:
    a: "one
      two

      three"
    b: 'it''s
      one'
    c: plain over
      two lines
data: {}
`,
  'anchors and aliases': `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: &meta
    name: &name shop
    labels: &labels {app: *name}
  spec:
    selector: *labels
    ports: &ports
    - &port {name: http, port: 80}
- apiVersion: v1
  kind: Service
  metadata: *meta
  spec: {ports: *ports, first: *port}
`,
  'several documents': `---
apiVersion: v1
kind: Namespace
metadata:
  name: a
---
# an empty one
---
apiVersion: v1
kind: Namespace
metadata:
  name: b
...
---
{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "c"}}
`,
  JSON: `{
\t"apiVersion": "v1",
\t"kind": "Service",
\t"metadata": {"name": "a", "labels": {}},
\t"spec": {"ports": [{"port": 80}, {"port": 443}], "text": "\\u00fc \\"quoted\\" \\/"}
}
`,
  'lines that end as on Windows':
    'apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: a # comment\r\n  text: |\r\n    one\r\n\r\n    two\r\nspec:\r\n  ports:\r\n  - port: 80\r\n',
  'letters of all sorts': `apiVersion: v1
kind: ConfigMap
metadata:
  name: grüße
  annotations: {日本: "語", emoji: 🎉 party, "🎉": end}
`,
};
