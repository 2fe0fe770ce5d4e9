/** The index could not be made. The build must stop: a search that leaves pages out would lie. */
export class SearchIndexError extends Error {
  constructor(task: string, reasons: readonly string[], options?: ErrorOptions) {
    super(`The search index failed to ${task}: ${reasons.join('; ')}`, options);
    this.name = 'SearchIndexError';
  }
}
