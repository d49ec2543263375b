import type { Tool } from './report/json.js';

/** How this program names itself in reports; `package.json` says the same. */
export const tool: Tool = { name: 'istio-egress-review', version: '0.1.0' };
