import { yaml } from '../example.js';
import type { RuleText } from '../rule.js';

const beside = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: orders
    namespace: shop
  spec:
    hosts: [orders.example.com]
    ports: [{number: 9000, name: tcp, protocol: TCP}]
    resolution: DNS
`;

/** A waiver that nothing needs; it is found where settings are applied, for it is no matter of the mesh. */
export const waiverUnused: RuleText = {
  id: 'waiver-unused',
  severities: 'error',
  summary: 'A waiver has nothing to waive: what it is about is not there, or goes or gets better with this change.',
  why:
    'A waiver that nobody needs waives the next finding that happens to look the same. It is unused if it fits no ' +
    'finding of the change, and either the change removes the resource that it names or mends what it accepts, or ' +
    'neither base nor head holds any host, resource or namespace that it names. A waiver whose finding was merged, or ' +
    'is yet to come, is not unused: its namespaces are there, and only its date ends it.',
  fix: 'Take the waiver out of the settings, in this change or before it; or correct what it names.',
  example: {
    base: yaml`
      failOn: error
    `,
    head: yaml`
      failOn: error
      waivers:
        - rule: traffic-captured
          subject: { hosts: [orders.exmaple.com], port: 9000 }
          reason: nothing else is called on port 9000
          expires: 2027-06-30
    `,
    silent: yaml`
      failOn: error
      waivers:
        - rule: traffic-captured
          subject: { hosts: [orders.example.com], port: 9000 }
          reason: nothing else is called on port 9000
          expires: 2027-06-30
    `,
    beside,
  },
};
