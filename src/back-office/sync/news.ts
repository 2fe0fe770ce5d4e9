import { z } from 'zod';
import type { SyncState } from './sync-state.ts';

const memoryName = 'problems told';
const toldSchema = z.record(z.string(), z.coerce.date());
const tellAgainMs = 60 * 60_000;

/** The problems that no run told within the last hour, and remembers them as told: a standing problem fills no log. */
export async function newsOf(memory: SyncState, problems: readonly string[], now: Date): Promise<string[]> {
  const told = toldSchema.catch({}).parse(await memory.read(memoryName));
  const recent = Object.entries(told).filter(([, at]) => now.getTime() - at.getTime() < tellAgainMs);
  const known = new Map(recent);
  const news = [...new Set(problems)].filter((problem) => !known.has(problem));
  if (news.length > 0 || recent.length < Object.keys(told).length)
    await memory.write(memoryName, Object.fromEntries([...recent, ...news.map((problem) => [problem, now])]));
  return news;
}
