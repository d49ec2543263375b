/** The folders that hold templates of Helm charts: `templates/` beside a `Chart.yaml`, each ending in a slash. */
export function templateFolders(paths: readonly string[]): readonly string[] {
  return paths.filter(isChart).map(path => `${path.slice(0, -'Chart.yaml'.length)}templates/`);
}

function isChart(path: string): boolean {
  return path === 'Chart.yaml' || path.endsWith('/Chart.yaml');
}
