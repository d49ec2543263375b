import type { Links } from '../report/place.js';

/**
 * The address of the pages of the rules, at the commit of the action that runs. The runner names its repository and ref in the
 * environment; null where it came from the checkout (`uses: ./`).
 */
export function rulePages(env: Readonly<Record<string, string | undefined>>, serverUrl: string): string | null {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref)) return null;
  return `${serverUrl}/${repository}/blob/${ref}/docs/rules`;
}

/** The address of the page of each rule; `pages` is that of their folder. */
export function rulePage(pages: string | null): Links['rule'] {
  return id => (pages === null ? null : `${pages}/${id}.md`);
}
