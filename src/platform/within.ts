/** Rejects with `late()` if some work takes longer than `timeoutMs`. The work itself goes on. */
export async function within<T>(timeoutMs: number, work: Promise<T>, late: () => Error): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(late()), timeoutMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
