/** An index could not be loaded or read. The reader should still get the whole list. */
export class SearchUnavailableError extends Error {
  constructor(cause: unknown) {
    super('The search index could not be loaded; look at the requests under /pagefind/ and /chi-muc/.', {
      cause,
    });
    this.name = 'SearchUnavailableError';
  }
}
