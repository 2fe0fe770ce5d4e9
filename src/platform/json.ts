/** A JSON object whose values are not known yet. */
export type JsonObject = Record<string, unknown>;

/**
 * Whether a value is a JSON object: not null, not an array. For browser code, which loads no zod. Scripts of the form page have
 * copies, because one more shared script costs the form 16 to 77 bytes more than it may load.
 */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
