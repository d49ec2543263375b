import type { Example } from '../src/findings/example.js';
import type { Review } from '../src/findings/review.js';
import { reviewOf } from './reviews.js';
import { reviewSettings } from './settings-files.js';

/** What a review says of the example, with head or with what stands in its place. */
export function reviewExample({ base, beside, ...texts }: Example, side: 'head' | 'silent'): Review {
  if (beside === undefined) return reviewOf({ 'mesh.yaml': base }, { 'mesh.yaml': texts[side] });
  const mesh = { 'mesh.yaml': beside };
  return reviewOf(mesh, mesh, reviewSettings(base, texts[side]));
}
