import { z } from 'zod';
import communesFile from '../../content/units/communes.json' with { type: 'json' };
import organisationsFile from '../../content/units/organisations.json' with { type: 'json' };

const communeSchema = z.object({
  code: z.string(),
  name: z.string(),
  fullName: z.string(),
  type: z.enum(['phường', 'xã']),
  /** The units before 1/7/2025, “Phường Thạnh Phú, Xã Bình Sơn (huyện Long Thành)”; “giữ nguyên” for one that stayed. */
  formedFrom: z.string().min(1),
  /** Area according to the map's publisher, not to the land register. */
  areaKm2: z.number().positive(),
});
const organisationSchema = z.object({ code: z.string(), group: z.string(), name: z.string() });
const groupSchema = z.object({ id: z.string(), label: z.string() });

/** A unit that may file: an organisation of the city or the people's committee of a commune. */
export interface Unit {
  code: string;
  name: string;
  /** Id of its group, also the answer to “Loại đơn vị”. */
  group: string;
}

/** Groups of units in the order in which a form lists them. Source: content/units/organisations.json. */
export const unitGroups = z.array(groupSchema).parse(organisationsFile.groups);

const inVietnameseOrder = new Intl.Collator('vi', { numeric: true });

/** A phường or xã, as it is since 30/4/2026. */
export type Commune = z.infer<typeof communeSchema>;

/** The 95 phường and xã, by name in Vietnamese order. */
export const communes: readonly Commune[] = z
  .array(communeSchema)
  .parse(communesFile.units)
  .sort((a, b) => inVietnameseOrder.compare(a.name, b.name));

const peoplesCommittees: Unit[] = communes.map(({ code, fullName }) => ({
  code,
  group: 'xa-phuong',
  name: `UBND ${fullName.charAt(0).toLowerCase()}${fullName.slice(1)}`,
}));

/** All listed units: organisations as the file orders them, then the 95 communes by name. Join on `code`, never on name. */
export const units: readonly Unit[] = [
  ...z.array(organisationSchema).parse(organisationsFile.units),
  ...peoplesCommittees,
];

const byCode = new Map(units.map((unit) => [unit.code, unit]));

/** The listed unit with a code, which may come from anywhere. */
export const unitByCode = (code: unknown): Unit | undefined =>
  typeof code === 'string' ? byCode.get(code) : undefined;

/** Choices for a unit that is not in the list and types its name. */
export const unlistedUnits = [
  { code: 'doanh-nghiep', group: 'doanh-nghiep', name: 'Doanh nghiệp, hợp tác xã (ghi tên bên dưới)' },
  { code: 'khac', group: 'khac', name: 'Khác (ghi rõ bên dưới)' },
] as const satisfies readonly Unit[];
