/** Loads each key once. Forgets a failed load, so that the next call tries again. */
export class AsyncCache<T> {
  readonly #loads = new Map<string, Promise<T>>();

  get(name: string, load: () => Promise<T>): Promise<T> {
    const before = this.#loads.get(name);
    if (before) return before;
    const loading = load();
    this.#loads.set(name, loading);
    loading.catch(() => this.#loads.delete(name));
    return loading;
  }
}
