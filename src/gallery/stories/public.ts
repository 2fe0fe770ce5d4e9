/** The one definition of “public”: approved, consented, due, and real unless samples are asked for. `$1` is `samples`. */
export const isPublic = `state = 'cong-bo' and consent and published_at <= now() and ($1 or not sample)`;
