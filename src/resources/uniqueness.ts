import { fieldName, type Path, type Report } from './fault.js';

/** A value may stand once among its like; `first` remembers where each stood, across calls. */
export function validateOnce<T>(first: Map<T, Path>, value: T, path: Path, report: Report): void {
  const rival = first.get(value);
  if (rival === undefined) first.set(value, path);
  else report(path, `each once: ${fieldName(rival)} is the same`);
}
