import type { RuleText } from '../../src/findings/rule.js';

const example = { base: 'protocol: TLS\n', head: 'protocol: TCP\n', silent: 'protocol: HTTPS\n' };

/** Rules as the catalogue holds them, but that these do not change when its words do. */
export const exampleRules: readonly RuleText[] = [
  {
    id: 'traffic-captured',
    severities: 'error; warning if the capturer has resolution NONE',
    summary: 'A call now ends at a resource that has nothing to do with it.',
    why: 'A listener on 0.0.0.0 takes every address of its port.',
    fix: 'Give the entry `addresses`.',
    example,
  },
  {
    id: 'wildcard-listener-added',
    severities: 'error if it takes everything; else notice',
    summary: 'A listener on every address of a port is new.',
    why: 'What passed through unseen is now decided by it.',
    fix: 'Give the entry `addresses`, or keep it out of the namespace.',
    example,
  },
];
