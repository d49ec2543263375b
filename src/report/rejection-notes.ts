import { whyTableRejected } from '../envoy/rejected-tables.js';
import { rejectionText } from '../envoy/rejection-text.js';
import type { RunningSidecar } from '../envoy/sidecar.js';
import { namePlain } from './names.js';
import { visible } from './escape.js';

/** What of its listeners and route tables a sidecar will not have, though istiod sends it; sentences without a final stop. */
export function rejectionNotes({ configuration, rejections }: RunningSidecar): readonly string[] {
  const tables = configuration.routeNames.flatMap(name => {
    const why = whyTableRejected(configuration.routeTable(name));
    return why === null ? [] : [`Envoy refuses route table ${namePlain(name)}: ${visible(why)}; it answers 404 to all`];
  });
  const listeners = [...rejections].map(
    ([{ name }, rejection]) =>
      `Envoy refuses listener ${namePlain(name)}: ${visible(rejectionText(rejection))}; a new pod is without it`,
  );
  return [...listeners, ...tables];
}
