import type { Severity } from '../findings/finding.js';

/** How a severity is named in Markdown; the mark only helps the eye, the word says it. */
export const severityWords: Readonly<Record<Severity, { readonly mark: string; readonly word: string }>> = {
  error: { mark: '🔴', word: 'Error' },
  warning: { mark: '🟡', word: 'Warning' },
  notice: { mark: '🔵', word: 'Notice' },
};

/** The mark of a review without findings. */
export const goodMark = '🟢';

/** The mark of a comment whose findings are no more. */
export const solvedMark = '✅';
