/** SQL condition on `stories` under an alias: approved, consented and due. Includes samples; see `isPublic`. */
export const isPublished = (alias: string): string =>
  `${alias}.state = 'cong-bo' and ${alias}.consent and ${alias}.published_at <= now()`;

/** SQL: what is public: published, and real unless samples are asked for. `$1` is `samples`. */
export const isPublic = `${isPublished('stories')} and ($1 or not sample)`;
