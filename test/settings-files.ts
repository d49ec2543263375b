import type { ReviewSettings, SettingsFile } from '../src/settings/settings.js';
import { decodeFile } from '../src/settings/read-settings.js';
import type { SideFiles } from '../src/source/side-files.js';

/** The day on which the tests review. */
export const today = '2026-11-22';

/** Files that are nowhere but here. */
export function filesOf(files: Readonly<Record<string, string>>): SideFiles {
  return { name: 'base', read: path => files[path] ?? null };
}

/** The settings of a text, with the files that they name. */
export function settingsFile(text: string, files: Readonly<Record<string, string>> = {}): SettingsFile {
  return decodeFile('.github/egress-review.yaml', text, filesOf(files));
}

/** The settings of a review: of base, and where head has others, of head. */
export function reviewSettings(
  base: string,
  head = base,
  files: Readonly<Record<string, string>> = {},
): ReviewSettings {
  const inForce = settingsFile(base, files);
  return { inForce, atHead: settingsFile(head, files), meshConfigAtHead: inForce.meshConfig, today };
}
