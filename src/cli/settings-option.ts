import { decodeFile, readReviewSettings } from '../settings/read-settings.js';
import type { ReviewSettings } from '../settings/settings.js';
import { settingsPath } from '../source/manifest-paths.js';
import { filesOfFolder } from '../source/side-files.js';
import { filesOfSides } from '../source/side.js';
import { readTextFile } from '../source/text-file.js';
import type { Option } from './arguments.js';
import type { Io } from './io.js';

/** The option that names the settings. */
export const settingsOption = { config: { takes: 'FILE' } } as const satisfies Readonly<Record<string, Option>>;

/** What usage lines say of it. */
export const settingsUsage = '[--config FILE]';

/** What help texts say of it. */
export const settingsHelp = `  --config FILE       settings: paths, Istio, severities, waivers, hosts in use
                      (default: ${settingsPath} of base); options
                      that are given go before them`;

/**
 * The settings of a review: those of the file that is named, for both sides, else those of base and of head.
 *
 * @throws InputError when the named file cannot be read.
 */
export function settingsGiven(
  config: string | null,
  sides: { readonly base: string; readonly head: string },
  { cwd, today }: Pick<Io, 'cwd' | 'today'>,
): ReviewSettings {
  if (config === null) return readReviewSettings(filesOfSides(sides.base, sides.head, cwd), null, today);
  const named = decodeFile(config, readTextFile(config, cwd), filesOfFolder(cwd, '.'));
  return { inForce: named, atHead: named, meshConfigAtHead: named.meshConfig, today };
}
