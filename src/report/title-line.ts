import { severityWords, solvedMark } from './severity-words.js';

const said = Object.values(severityWords).map(({ mark, word }) => `${mark} \\*\\*${word}`);

/** The first line of a comment that says a finding, as `commentBody` writes it. */
const ofFinding = new RegExp(`^(?:${said.join('|')}): (.+)\\*\\*$`, 'u');

/** The first line of one that says that its findings are no more, as `solvedBody` writes it. */
const ofSolved = new RegExp(`^${solvedMark} \\*\\*(?:Solved in [0-9a-f]{7}|Waived by the settings)`, 'u');

/** The title that a comment on lines has in its first line; null where it says no finding. */
export function titleIn(line: string): string | null {
  return ofFinding.exec(line)?.[1] ?? null;
}

/** Whether a comment on lines begins as ours do. */
export function beginsAsOurs(body: string): boolean {
  const [first = ''] = body.split(/\r?\n/, 1);
  return titleIn(first) !== null || ofSolved.test(first);
}
