import topology from '../../../content/units/communes.topojson?raw';
import { drawUnits } from './draw.ts';

/** The city's 95 units, drawn once for a build. A grid step is a pixel or less on a desk, two thirds of one on a phone. */
export const cityDrawing = drawUnits(topology, { gridHeight: 1000, leastArea: 15 });
