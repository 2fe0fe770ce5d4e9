import type { Adoption } from '../../gallery/adoptions/adoption.ts';
import type { Story } from '../../gallery/story.ts';
import type { CoverageLine } from '../../progress/coverage/coverage.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';
import { type Commune, communes, type Unit } from '../../vocabulary/units.ts';

/** A listed unit with all that the site has of it. */
export interface UnitRecord {
  unit: Unit;
  /** The commune whose people's committee the unit is; null for other units. */
  commune: Commune | null;
  /** The name as a heading: that of the commune, or that of the organisation. */
  name: string;
  path: string;
  /** Newest first. */
  stories: readonly Story[];
  /** The adoptions of the unit, each with its model where that is public. */
  adoptions: readonly { adoption: Adoption; model: Story | null }[];
  /** What it owes under the plan and what of it is there; null for a unit that owes nothing. */
  coverage: CoverageLine | null;
}

/** The record of one unit, from all stories and adoptions. */
export function unitRecord(
  unit: Unit,
  stories: readonly Story[],
  adoptions: readonly Adoption[],
  coverage: CoverageLine | null = null,
): UnitRecord {
  const commune = communes.find(({ code }) => code === unit.code) ?? null;
  return {
    unit,
    commune,
    name: commune?.fullName ?? unit.name,
    path: unitPath(unit),
    stories: stories.filter(({ unitCode }) => unitCode === unit.code),
    adoptions: adoptions
      .filter(({ unitCode }) => unitCode === unit.code)
      .map((adoption) => ({ adoption, model: stories.find(({ id }) => id === adoption.model) ?? null })),
    coverage,
  };
}
