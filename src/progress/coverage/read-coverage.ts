import { readLiveCollection } from '../../gallery/live-collection.ts';
import { dayInVietnam } from '../../vietnamese/official-date.ts';
import type { ConfirmedFiling } from '../filing.ts';
import { type CoverageLine, coverage } from './coverage.ts';

/** What pages of one build show of coverage. */
export interface BuiltCoverage {
  today: string;
  filings: readonly ConfirmedFiling[];
  lines: readonly CoverageLine[];
}

async function read(): Promise<BuiltCoverage> {
  const today = dayInVietnam(new Date());
  const filings = await readLiveCollection('filings');
  return { today, filings, lines: coverage(filings, today) };
}

let built: ReturnType<typeof read> | undefined;

/** The coverage of this build, computed once. */
export function builtCoverage(): Promise<BuiltCoverage> {
  built ??= read();
  return built;
}
