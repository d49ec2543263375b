/** The Helm chart of istiod. */
export const ISTIOD_CHART = 'istiod';
