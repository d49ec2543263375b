import { placeholder } from '../../settings/waiver-text.js';

/**
 * Whether two texts of ours tell a reader the same. GitHub may give line ends of its own, a permalink names the commit that
 * was reviewed, a text that was cut the run that wrote it, and a waiver to copy counts its months from the day of the review: to edit a comment with every push or every
 * day for that alone would be noise.
 */
export function isSameText(one: string, other: string): boolean {
  return essence(one) === essence(other);
}

function essence(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .trim()
    .replaceAll(commitOfLink, '$1')
    .replaceAll(runOfLink, '$1')
    .replaceAll(dateOfWaiver, '$1');
}

/** As SHA-1 or SHA-256 name it. */
const commitOfLink = /(\]\(https?:\/\/[^\s()]+\/blob\/)(?:[0-9a-f]{64}|[0-9a-f]{40})(?=\/)/g;

const runOfLink = /(\]\(https?:\/\/[^\s()]+\/actions\/runs\/)\d+(?=\))/g;

const dateOfWaiver = new RegExp(`(\\breason: ${placeholder}\\n *expires: )\\d{4}-\\d\\d-\\d\\d`, 'g');
