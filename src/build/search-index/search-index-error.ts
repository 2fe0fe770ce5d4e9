/** The index could not be built. The build must stop, because a search without some pages would mislead readers. */
export class SearchIndexError extends Error {
  constructor(task: string, reasons: readonly string[], options?: ErrorOptions) {
    super(`The search index failed to ${task}: ${reasons.join('; ')}`, options);
    this.name = 'SearchIndexError';
  }
}
