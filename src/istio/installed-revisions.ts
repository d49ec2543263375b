import type { Installation } from '../resources/installation/installation.js';
import type { Resource } from '../resources/resource.js';

/** All that resources say of Istio; a chart is of the revision that the values beside it name. */
export function installationsIn(resources: readonly Resource[]): readonly Installation[] {
  const installations = resources.filter(resource => resource.kind === 'Installation');
  const ofFolder = new Map(
    installations.flatMap(by => (by.writtenKind === 'ChartValues' ? [[folderOf(by), by.revision]] : [])),
  );
  return installations.map(by => {
    const revision = by.writtenKind === 'Chart' ? (ofFolder.get(folderOf(by)) ?? null) : null;
    return revision === null ? by : { ...by, revision };
  });
}

/** The revisions of which resources say something, sorted; the default one is not among them. */
export function installedRevisions(resources: readonly Resource[]): readonly string[] {
  const revisions = installationsIn(resources).flatMap(({ revision }) => revision ?? []);
  return [...new Set(revisions)].sort();
}

function folderOf({ document }: Installation): string {
  return document.path.slice(0, document.path.lastIndexOf('/') + 1);
}
