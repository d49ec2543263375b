import type { Links } from '../report/place.js';

/**
 * The address of the folder `docs`, at the commit of the action that runs. The runner names its repository and ref in the
 * environment; null where it came from the checkout (`uses: ./`).
 */
export function docsFolder(env: Readonly<Record<string, string | undefined>>, serverUrl: string): string | null {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || !/^[\w./-]+$/.test(ref)) return null;
  return `${serverUrl}/${repository}/blob/${ref}/docs`;
}

/** The address of the folder with the pages of the rules; `docs` is that of the folder around it. */
export function rulePages(docs: string | null): string | null {
  return docs === null ? null : `${docs}/rules`;
}

/** The address of the page of each rule. */
export function rulePage(docs: string | null): Links['rule'] {
  return id => (docs === null ? null : `${docs}/rules/${id}.md`);
}

/** Where a page of ours is, for a text without links: its address, or its path where nobody knows that. */
export function pageText(docs: string | null, page: string): string {
  return `${docs ?? 'docs'}/${page}`;
}
