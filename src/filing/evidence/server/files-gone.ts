/** Thrown to roll back a transaction if a file no longer exists or belongs to another submission. */
export class FilesGoneError extends Error {
  override readonly name = 'FilesGoneError';
}

/** Resolves to the result of `work`, or reports that one of its files is gone. */
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
