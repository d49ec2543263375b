import { createHash } from 'node:crypto';
import type { Review } from '../src/findings/review.js';
import { permalinks } from '../src/github/comments/permalinks.js';
import { annotations } from '../src/report/annotations.js';
import { format, formatNames } from '../src/report/format.js';
import { problemLine } from '../src/report/problem-line.js';
import { prosePlain } from '../src/report/prose.js';
import { commentBody } from '../src/report/review-comments.js';
import { storiesOf } from '../src/report/story.js';
import { longestComment, summary } from '../src/report/summary.js';
import { nothingGiven, review } from '../src/review.js';
import { newManifestCache, type ManifestCache } from '../src/source/parsed-content.js';
import { InputError } from '../src/source/problem.js';
import type { Side } from '../src/source/side.js';
import { readTree, type TreeEntry } from '../src/source/tree.js';
import type { Files } from './cases.js';
import type { Mutant } from './mutant.js';

/** How a review ended. */
export type Outcome = 'reviewed' | 'problems' | 'refused';

/**
 * Reviews a mutant and writes the review in every form.
 *
 * @throws whatever is no clean error, and an Error that says which form shows a character that must not be in it.
 */
export function reviewMutant({ base, head }: Mutant): Outcome {
  const cache = newManifestCache();
  try {
    const made = review({ base: sideOf('base', base, cache), head: sideOf('head', head, cache), given: nothingGiven });
    for (const [name, text] of forms(made)) requireShown(name, text);
    return made.problems.length > 0 ? 'problems' : 'reviewed';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) requireShown('problem', problemLine(problem));
    return 'refused';
  }
}

function sideOf(dir: string, files: Files, cache: ManifestCache): Side {
  const entries = [...files.keys()].map(path => ({ path, content: null }));
  const load = (wanted: readonly TreeEntry[]) =>
    wanted.map(({ path }) => {
      const bytes = files.get(path) ?? Buffer.of();
      return { kind: 'loaded' as const, content: createHash('sha1').update(bytes).digest('hex'), bytes };
    });
  return { revision: { dir }, manifests: readTree({ entries, unfollowed: [], load }, { cache }) };
}

function forms(made: Review): readonly (readonly [name: string, text: string])[] {
  const tool = { name: 'egress-review', version: '0' };
  const links = {
    place: permalinks('https://github.example/shop/manifests', { base: 'b4se', head: 'h34d' }),
    rule: () => null,
  };
  const stories = storiesOf(made.findings);
  return [
    ...formatNames.map(name => [name, format(name, made, { colour: false, width: 80, tool })] as const),
    ['summary', summary(made, { inline: new Set(), links, max: longestComment, fullReport: '' })],
    ...stories.flatMap(story =>
      (['suggestion', 'cause', 'nothing'] as const).map(
        on => [`comment on ${on}`, commentBody(story, { on, links })] as const,
      ),
    ),
    ...annotations(made.findings).flatMap(({ title, message }) => [
      ['title of an annotation', title] as const,
      ['annotation', message] as const,
    ]),
    ...made.problems.map(problem => ['problem', prosePlain(problem.message)] as const),
  ];
}

/** No control character but the line break, no half of a character, and nothing that turns or hides text. */
function requireShown(name: string, text: string): void {
  const found = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u.exec(text);
  if (found === null) return;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  const around = JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 20));
  throw new Error(`the ${name} shows U+${code}: ${around}`);
}
