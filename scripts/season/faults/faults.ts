import { buildFaults } from './build-faults.ts';
import { columnFaults } from './column-faults.ts';
import { erasureFaults } from './erasure-faults.ts';
import { filingFaults } from './filing-faults.ts';
import { machineFaults } from './machine-faults.ts';
import { neighbourFaults } from './neighbour-faults.ts';
import type { SeasonFault } from './season-fault.ts';
import { serviceFaults } from './service-faults.ts';
import { storyFaults } from './story-faults.ts';

/** Every fault of the findings that a base, its service and its staff can have, each once in a season, at random between the steps. */
export const faults: readonly SeasonFault[] = [
  ...serviceFaults,
  ...machineFaults,
  ...buildFaults,
  ...neighbourFaults,
  ...erasureFaults,
  ...columnFaults,
  ...storyFaults,
  ...filingFaults,
];
