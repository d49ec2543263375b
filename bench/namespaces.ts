const teams = ['payments', 'checkout', 'catalog', 'search', 'accounts', 'shipping', 'risk', 'ads', 'media', 'data'];

/** `payments-0`, `checkout-1`, … */
export function namespaceName(index: number): string {
  return `${teams[index % teams.length]}-${index}`;
}

/** The first of every how many namespaces has a Sidecar. */
export const SIDECAR_EVERY = 3;
