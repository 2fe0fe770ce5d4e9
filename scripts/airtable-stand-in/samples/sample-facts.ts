/** One invented record, with the ids of this site. Its text is in `<code>.md` beside this file. */
export interface SampleFacts {
  code: `MH-${string}` | `VD-${string}`;
  kind: 'mo-hinh' | 'tap-the' | 'ca-nhan';
  name: string;
  /** A model: what changed. An honoree: for what. */
  summary: string;
  /** Part of `Mã đơn vị` after `minh-hoa-`. */
  unit: string;
  unitName: string;
  group: 'co-quan' | 'doan-the' | 'doanh-nghiep' | 'ca-nhan';
  strands: readonly string[];
  workFields?: readonly string[];
  cost?: string;
  unitSize?: string;
  clauses: readonly string[];
  year: number;
  award?: { form: string; occasion: string; decidedOn?: string };
  /** An honoree's “trích yếu”: one sentence of an invented decision. */
  motivation?: string;
  /** Rows of a result: name, before, after, unit. */
  indicators?: readonly (readonly [name: string, before: string, after: string, unit: string])[];
  /** What staff filled in for the English pages. */
  english?: { name: string; summary: string; results: string };
  contact?: string;
  corrections?: string;
}
