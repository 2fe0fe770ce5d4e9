import type { Owed } from '../../plan/owed.ts';
import { duties } from '../../vocabulary/taxonomy.ts';
import { fold } from '../../vietnamese/fold.ts';

/** A body that V.2 names, with the name used there. */
export interface Agency {
  /** Anchor of its choice on /phan-cong/: `so-noi-vu`. */
  readonly id: string;
  readonly name: string;
}

/** Partners that the plan names only in general; nobody would look for them. */
const unnamedPartner = 'Các cơ quan liên quan';

/** Short forms of long names for the choice. The rows keep the full names. */
const shortNames = [['Ủy ban Mặt trận Tổ quốc', 'Mặt trận Tổ quốc, các tổ chức, đoàn thể']] as const;

/** Every body that does or joins a duty of V.2, in the order in which the plan names them. V.1 names no other. */
export const agencies: readonly Agency[] = unique([
  ...duties.flatMap(doersOf),
  ...duties.flatMap((duty) => duty.with.filter((name) => name !== unnamedPartner)),
]).map((name) => {
  const shown = shortName(name);
  return {
    id:
      fold(shown)
        .match(/[a-z0-9]+/g)
        ?.join('-') ?? '',
    name: shown,
  };
});

/** Ids of the bodies that do the duty, join it or receive its report. */
export function agenciesOf(duty: Owed): string[] {
  const named = [...doersOf(duty).map(shortName), ...duty.with, duty.reportsTo ?? ''];
  return agencies.filter(({ name }) => named.some((text) => text.includes(name))).map(({ id }) => id);
}

/** The bodies in `who`, separated by semicolons. */
function doersOf({ who }: Pick<Owed, 'who'>): string[] {
  return who.split('; ');
}

function shortName(name: string): string {
  const short = shortNames.find(([start]) => name.startsWith(start))?.[1];
  return short ?? name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
