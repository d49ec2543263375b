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

/** A waiver past its date; it is found where settings are applied, for it is no matter of the mesh. */
export const waiverExpired: RuleText = {
  id: 'waiver-expired',
  severities: 'error',
  summary: 'A waiver is past its date, so it waives nothing any more.',
  why:
    'Whoever accepted the finding did so until that day. It is an error in every change, also in those that have ' +
    'nothing to do with it, until somebody decides anew.',
  fix:
    'Take the waiver out of the settings, in this change or before it; or, if the finding is still accepted, give it a new ' +
    'date and a reason that holds.',
  example: {
    base: yaml`
      failOn: error
    `,
    head: yaml`
      failOn: error
      waivers:
        - rule: traffic-captured
          subject: { hosts: [orders.example.com], port: 9000 }
          reason: nothing else is called on port 9000
          expires: 2025-06-30
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
