import { unitSaid } from '../../vocabulary/unit-said.ts';
import { optional, type Rule } from './rules.ts';

/**
 * The rule of `Mã đơn vị`, beside the name of the unit: an empty cell is a listed unit where the name means one for certain, and told
 * only where it may mean one.
 */
export const unitCodeRule =
  (name: unknown): Rule<string | null> =>
  (cell) => {
    const { value: code = null, wrong } = optional(100)(cell);
    if (wrong !== undefined) return { wrong };
    const said = unitSaid(code, typeof name === 'string' ? name : null);
    if (said.is === 'listed') return { value: said.unit.code };
    if (said.is === 'unlisted' || said.doubt === 'far') return { value: code };
    if (said.doubt === 'code') return { wrong: said.why };
    return { value: code, wrong: said.why };
  };
