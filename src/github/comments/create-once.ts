import { failureIn } from '../pull-request/github-error.js';

/**
 * Creates what must not stand twice. Where GitHub leaves open whether it did, `isThere` looks; only what is not there is
 * sent a second time.
 */
export async function createOnce(create: () => Promise<void>, isThere: () => Promise<boolean>): Promise<void> {
  if (await isDone(create)) return;
  if (await isThere()) return;
  try {
    await create();
  } catch (error) {
    if (!isUnknown(error) || !(await isThere())) throw error;
  }
}

/** false: nobody knows. */
async function isDone(create: () => Promise<void>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (isUnknown(error)) return false;
    throw error;
  }
}

function isUnknown(error: unknown): boolean {
  return failureIn(error)?.isOutcomeUnknown ?? false;
}
