import { selects } from '../resources/label.js';
import { list } from '../resources/name-list.js';
import type { Labels } from '../resources/resource.js';
import type { CallerLabels } from './callers.js';
import type { Group } from './simulation.js';

/** What is said of rules that select pods of which none is known; `rules`: as `Sidecar shop/web`. */
export function unselectedRemarks(rules: readonly string[]): readonly string[] {
  return unmetRemark(rules, rules.length === 1 ? 'selects' : 'select');
}

/** What is said of rules that look for labels which none of these pods carries, though who does is told something else. */
export function unmetRemarks(
  groups: readonly Group[],
  labelsIn: (namespace: string) => readonly CallerLabels[],
  carried: readonly Labels[],
): readonly string[] {
  const unmet = new Set<string>();
  for (const { namespace, labels: own } of groups) {
    if (Object.keys(own).length === 0) continue;
    for (const { labels, rule } of labelsIn(namespace)) {
      if (selects(labels, own) && !carried.some(pod => selects(labels, pod))) {
        unmet.add(`${rule.kind} ${rule.namespace}/${rule.name}`);
      }
    }
  }
  return unmetRemark([...unmet].sort(), unmet.size === 1 ? 'looks for' : 'look for');
}

/** What is said of groups that one side alone has, as nothing else is. */
export function lifetimeRemarks(created: readonly Group[], ended: readonly Group[]): readonly string[] {
  return [
    ...about(
      created,
      pods => `${pods} come with head and the manifests of base know none: nothing that they call was lost`,
    ),
    ...about(ended, pods => `${pods} carry other labels at head, and are asked by what they carry at each side`),
  ];
}

function unmetRemark(rules: readonly string[], verb: string): readonly string[] {
  return rules.length === 0 ? [] : [`no pod in the manifests carries the labels that ${list(rules)} ${verb}`];
}

function about(groups: readonly Group[], sentence: (pods: string) => string): readonly string[] {
  if (groups.length === 0) return [];
  return [sentence(`pods ${list(groups.map(groupText))}`)];
}

/** `app=web of namespace shop` */
function groupText({ namespace, labels }: Group): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return `${pairs.join(',')} of namespace ${namespace}`;
}
