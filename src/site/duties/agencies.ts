import { type Owed, owedBy } from '../../plan/owed.ts';
import { units } from '../../vocabulary/units.ts';

/** A kind of unit, or a body that the plan names: whoever has the same duties. */
export interface Agency {
  /** Anchor of its choice on /phan-cong/: `so-noi-vu`. */
  readonly id: string;
  readonly name: string;
  /** Its name in the plan and its group of units, either of which may be empty. */
  readonly unit: { readonly name: string; readonly group: string };
}

/** The kinds of units. */
export const kinds: readonly Agency[] = [
  { id: 'xa-phuong', name: 'Xã, phường', unit: { name: '', group: 'xa-phuong' } },
  { id: 'cac-co-quan-don-vi-dia-phuong', name: 'Sở, ban, ngành', unit: { name: '', group: 'so' } },
  {
    id: 'mat-tran-to-quoc-cac-to-chuc-doan-the',
    name: 'Mặt trận, đoàn thể, hội',
    unit: { name: '', group: 'mttq' },
  },
  { id: 'cac-doanh-nghiep', name: 'Doanh nghiệp', unit: { name: '', group: 'doanh-nghiep' } },
];

/** Bodies of the plan that file nothing here. */
const otherBodies: readonly Agency[] = [
  {
    id: 'hoi-dong-thi-dua-khen-thuong-thanh-pho',
    name: 'Hội đồng Thi đua - Khen thưởng',
    unit: { name: 'Hội đồng Thi đua - Khen thưởng thành phố', group: '' },
  },
  {
    id: 'cac-cum-khoi-thi-dua',
    name: 'Cụm, khối thi đua',
    unit: { name: 'các cụm, khối thi đua', group: '' },
  },
];

/** Units that the plan gives work of their own. */
const namedUnits: readonly Agency[] = units
  .filter((unit) => owedBy({ name: unit.name, group: '' }).length > 0)
  .map(({ code, name, group }) => ({ id: code, name, unit: { name, group } }));

/** The bodies that the plan names. */
export const namedBodies: readonly Agency[] = [...namedUnits, ...otherBodies];

/** Every choice of /phan-cong/: kinds of units first, then the bodies that the plan names. */
export const agencies: readonly Agency[] = [...kinds, ...namedBodies];

/** Ids of the choices to which the duty belongs. */
export function agenciesOf(duty: Owed): string[] {
  return agencies.filter(({ unit }) => owedBy(unit).some((one) => one.duty === duty)).map(({ id }) => id);
}

/** Groups of units that share their duties with another kind. */
const sameAs = new Map([
  ['ban-nganh', 'so'],
  ['khac', 'so'],
  ['hoi', 'mttq'],
]);

/** The choice that shows what a unit owes: its own, or that of its kind. */
export function agencyOf(unit: { code: string; group: string }): Agency | undefined {
  const group = sameAs.get(unit.group) ?? unit.group;
  return namedUnits.find(({ id }) => id === unit.code) ?? kinds.find((kind) => kind.unit.group === group);
}
