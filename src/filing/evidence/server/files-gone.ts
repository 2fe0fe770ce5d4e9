/** Undoes a transaction of which a file is no longer there, or is another filing's. */
export class FilesGoneError extends Error {
  override readonly name = 'FilesGoneError';
}

/** What `work` resolves to, or `files-gone` where a file is no longer there for it. */
export async function orFilesGone<T>(work: () => Promise<T>): Promise<T | 'files-gone'> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FilesGoneError) return 'files-gone';
    throw error;
  }
}
