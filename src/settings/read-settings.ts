import { faultAt } from '../resources/fault.js';
import { readNode } from '../resources/fields.js';
import { decodeMeshConfigFile } from '../resources/installation/mesh-config-file.js';
import type { SourceDocument } from '../source/document.js';
import { settingsPath } from '../source/manifest-paths.js';
import { parseDocument } from '../source/named-file.js';
import { InputError, inputError, type Problem } from '../source/problem.js';
import type { SideFiles } from '../source/side-files.js';
import { decodeCsv, hostInUse, type HostRows } from './decode-hosts.js';
import { decodeSettings, type DecodedSettings } from './decode-settings.js';
import { noSettingsFile, type ReviewSettings, type SettingsFile } from './settings.js';
import { placeOf, soundList } from './strict-fields.js';

/**
 * The settings of a review: those of base count, those of head are checked. `path`: the file that the user names; null
 * for the usual one, which need not be there.
 *
 * @throws InputError when neither side has the file that the user names.
 */
export function readReviewSettings(
  { base, head }: { readonly base: SideFiles; readonly head: SideFiles },
  path: string | null,
  today: string,
): ReviewSettings {
  const [inForce, atHead] = [readSettings(base, path ?? settingsPath), readSettings(head, path ?? settingsPath)];
  if (path === null || inForce.path !== null || atHead.path !== null) {
    return { inForce, atHead, meshConfigAtHead: meshConfigAtHead(inForce, atHead, head), today };
  }
  const message = `there is no file '${path}' at '${base.name}' or '${head.name}': name the settings relative to the repository`;
  throw inputError('unreadable', message);
}

/** Where head moves the file, it says so itself; where it only removes it, the cluster keeps what it has. */
function meshConfigAtHead(inForce: SettingsFile, atHead: SettingsFile, head: SideFiles): SourceDocument | null {
  const { document } = meshConfigOf(inForce, inForce.path ?? settingsPath, head);
  const found = document ?? atHead.meshConfig;
  return found === null || found.text === inForce.meshConfig?.text ? inForce.meshConfig : found;
}

/** Reads the settings of one side. What is wrong with them are problems: the review goes on with the rest. */
export function readSettings(files: SideFiles, path = settingsPath): SettingsFile {
  const [text, problems] = collected(() => files.read(path));
  if (problems.length > 0) return { ...noSettingsFile, path, problems };
  return text === null ? withoutFile(files, path) : decodeFile(path, text, files);
}

/** The settings of a file that the user names; what they name themselves is looked for in `files`. */
export function decodeFile(path: string, text: string, files: SideFiles): SettingsFile {
  if (isEmpty(text)) return { ...noSettingsFile, path };
  const [decoded, syntax] = collected(() => decodeSettings(parseDocument(path, text)));
  if (decoded === null) return { ...noSettingsFile, path, problems: syntax };
  const mesh = meshConfigOf(decoded, path, files);
  const rows = hostRows(decoded, path, files);
  const { isComplete, hosts } = decoded.settings.hostsInUse;
  const hostsInUse = { isComplete: isComplete && rows.problems.length === 0, hosts: [...hosts, ...rows.hosts] };
  return {
    path,
    settings: { ...decoded.settings, hostsInUse },
    meshConfig: mesh.document,
    problems: [...decoded.problems, ...mesh.problems, ...rows.problems],
  };
}

/** Whoever comments a setting out, and it was the last one, has made no mistake. */
function isEmpty(text: string): boolean {
  return text.split(/\r?\n/).every(line => /^\s*(#.*)?$/.test(line));
}

/** An ending that nobody reads would be settings that silently do not count. */
function withoutFile(files: SideFiles, path: string): SettingsFile {
  const other = settingsPath.replace(/yaml$/, 'yml');
  if (path !== settingsPath) return noSettingsFile;
  const [text, problems] = collected(() => files.read(other));
  if (text === null) return { ...noSettingsFile, problems };
  const at = { file: other, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const message = `settings are read from '${settingsPath}', found '${other}': rename it`;
  return { ...noSettingsFile, problems: [{ code: 'settings', message, at }] };
}

function meshConfigOf({ settings }: Pick<DecodedSettings, 'settings'>, path: string, files: SideFiles) {
  const { meshConfig } = settings.istio;
  if (meshConfig === null) return { document: null, problems: [] };
  const [document, problems] = collected(() =>
    parseDocument(meshConfig, named(meshConfig, 'istio.meshConfig', path, files)),
  );
  const decoded = document === null ? null : decodeMeshConfigFile(document);
  if (decoded?.outcome !== 'refused') return { document, problems };
  return {
    document: null,
    problems: decoded.faults.map(({ message, at }) => ({ code: 'settings' as const, message, at })),
  };
}

/** The text of a file that a setting names. */
function named(file: string, setting: string, settings: string, files: SideFiles): string {
  const text = files.read(file);
  if (text !== null) return text;
  const message = `${setting} of '${settings}' names '${file}', which is not at '${files.name}': name a file that is there`;
  throw inputError('settings', message);
}

function hostRows({ hostsFile }: DecodedSettings, settings: string, files: SideFiles): HostRows {
  if (hostsFile === null) return { hosts: [], problems: [] };
  const [text, problems] = collected(() => named(hostsFile, 'hostsInUse.file', settings, files));
  if (text === null) return { hosts: [], problems };
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

/** What a reading gives, or the problems that it ended with: of the settings, whatever is wrong with their text. */
function collected<T>(read: () => T): readonly [T | null, readonly Problem[]] {
  try {
    return [read(), []];
  } catch (error) {
    if (error instanceof InputError) return [null, error.problems.map(problem => ({ ...problem, code: 'settings' }))];
    throw error;
  }
}
