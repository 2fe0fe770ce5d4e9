/** Rolls back a transaction whose file is gone or belongs to another submission. */
export class FilesGoneError extends Error {
  override readonly name = 'FilesGoneError';
}

/** The result of `work`, or `files-gone` where it throws FilesGoneError. */
export async function orFilesGone<T>(
  work: () => Promise<T>,
): Promise<T | { ok: false; reason: 'files-gone' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FilesGoneError) return { ok: false, reason: 'files-gone' };
    throw error;
  }
}
