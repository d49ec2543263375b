import { readNode } from '../resources/fields.js';
import { faultAt } from '../resources/fault.js';
import type { SourceDocument } from '../source/document.js';
import { settingsPath } from '../source/manifest-paths.js';
import { parseDocument } from '../source/named-file.js';
import { InputError, type Problem } from '../source/problem.js';
import type { SideFiles } from '../source/side-files.js';
import { decodeCsv, hostInUse, type HostRows } from './decode-hosts.js';
import { decodeSettings, type DecodedSettings } from './decode-settings.js';
import { noSettings, noSettingsFile, type SettingsFile } from './settings.js';
import { placeOf, soundList } from './strict-fields.js';

/** Reads the settings of one side. What is wrong with them are problems: the review goes on with the rest. */
export function readSettings(files: SideFiles, path = settingsPath): SettingsFile {
  const [text, problems] = collected(() => files.read(path));
  if (problems.length > 0) return { path, settings: noSettings, problems };
  return text === null ? withoutFile(files) : decodeFile(path, text, files);
}

/** The settings of a file that the user names; what they name themselves is looked for in `files`. */
export function decodeFile(path: string, text: string, files: SideFiles): SettingsFile {
  const [decoded, syntax] = collected(() => decodeSettings(parseDocument(path, text)));
  if (decoded === null) return { path, settings: noSettings, problems: syntax };
  const rows = hostRows(decoded, path, files);
  const { isComplete, hosts } = decoded.settings.hostsInUse;
  const hostsInUse = { isComplete: isComplete && rows.problems.length === 0, hosts: [...hosts, ...rows.hosts] };
  return {
    path,
    settings: { ...decoded.settings, hostsInUse },
    problems: [...decoded.problems, ...rows.problems],
  };
}

/** An ending that nobody reads would be settings that silently do not count. */
function withoutFile(files: SideFiles): SettingsFile {
  const other = settingsPath.replace(/yaml$/, 'yml');
  const [text, problems] = collected(() => files.read(other));
  if (text === null) return { ...noSettingsFile, problems };
  const at = { file: other, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const message = `settings are read from '${settingsPath}', found '${other}': rename it`;
  return { ...noSettingsFile, problems: [{ code: 'settings', message, at }] };
}

function hostRows({ hostsFile }: DecodedSettings, settings: string, files: SideFiles): HostRows {
  if (hostsFile === null) return { hosts: [], problems: [] };
  const [text, problems] = collected(() => files.read(hostsFile));
  if (problems.length > 0) return { hosts: [], problems };
  if (text === null) {
    const message = `hostsInUse.file of '${settings}' names '${hostsFile}', which is not at '${files.name}': name a file that is there`;
    return { hosts: [], problems: [{ code: 'settings', message, at: null }] };
  }
  if (!/\.ya?ml$/i.test(hostsFile)) return decodeCsv(hostsFile, text);
  const [document, faults] = collected(() => parseDocument(hostsFile, text));
  return document === null ? { hosts: [], problems: faults } : decodeYaml(document);
}

function decodeYaml(document: SourceDocument): HostRows {
  const problems: Problem[] = [];
  const rows = readNode(soundList(hostInUse), document.root, [], (at, expected) => {
    const { message } = faultAt(document, at, expected);
    problems.push({
      code: 'settings',
      message: message.replace(/^the manifest/, 'the file'),
      at: placeOf(document, at),
    });
  });
  return { hosts: rows.map(({ value }) => value), problems };
}

/** What a reading gives, or the problems that it ended with. */
function collected<T>(read: () => T): readonly [T | null, readonly Problem[]] {
  try {
    return [read(), []];
  } catch (error) {
    if (error instanceof InputError) return [null, error.problems];
    throw error;
  }
}
