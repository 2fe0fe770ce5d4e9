/** Undoes a transaction of which a file is no longer there, or is another filing's. */
export class FilesGoneError extends Error {
  override readonly name = 'FilesGoneError';
}

/** What `work` resolves to, or that a file is no longer there for it. */
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
