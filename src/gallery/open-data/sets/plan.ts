import clausesFacts from '../../../../content/open-data/ke-hoach.json' with { type: 'json' };
import awardsFacts from '../../../../content/open-data/khen-thuong.json' with { type: 'json' };
import dutiesFacts from '../../../../content/open-data/phan-cong.json' with { type: 'json' };
import { clauseJson, clauseJsonPath, planFacts } from '../../../plan/clause-json.ts';
import { owed } from '../../../plan/owed.ts';
import { planDocument } from '../../../plan/schema.ts';
import { fillSlots } from '../../../vocabulary/slots.ts';
import { awardForms, type Occasion, occasions } from '../../../vocabulary/taxonomy.ts';
import { defineDataSet } from '../data-set.ts';

type ClauseRow = ReturnType<typeof clauseJson> & { data: string };

/** Every clause of the plan, word for word, in reading order. */
export const clauseSet = defineDataSet<ClauseRow>(clausesFacts, {
  columns: {
    id: ({ id }) => id,
    label: ({ label }) => label,
    name: ({ name }) => name,
    citation: ({ citation }) => citation,
    marker: ({ marker }) => marker,
    title: ({ title }) => title,
    text: ({ paragraphs }) => paragraphs.join('\n'),
    paragraphs: ({ paragraphs }) => paragraphs,
    parent: ({ parent }) => parent,
    children: ({ children }) => children,
    address: ({ address }) => address,
    data: ({ data }) => data,
  },
  read: ({ clauses, origin }) =>
    clauses.map((found) => ({
      ...clauseJson(found, origin),
      data: new URL(clauseJsonPath(found.clause.id), origin).href,
    })),
  head: ({ origin }) => planFacts(planDocument, origin),
});

/** An award form of an occasion; null where the plan names none. */
interface AwardRow {
  occasion: Occasion;
  award: Occasion['awards'][number] | null;
}

/** Which award forms the plan names for which occasion. */
export const awardSet = defineDataSet<AwardRow>(awardsFacts, {
  columns: {
    occasion: ({ occasion }) => occasion.id,
    occasionName: ({ occasion }) => occasion.name,
    awardForm: ({ award }) => award?.form ?? null,
    awardFormName: ({ award }) => awardForms.find(({ id }) => id === award?.form)?.name ?? null,
    decidedBy: ({ award }) => awardForms.find(({ id }) => id === award?.form)?.decidedBy ?? null,
    clause: ({ occasion, award }) => award?.clause ?? occasion.clause,
    note: ({ occasion }) => occasion.note,
  },
  read: () =>
    occasions.flatMap((occasion): AwardRow[] =>
      occasion.awards.length === 0
        ? [{ occasion, award: null }]
        : occasion.awards.map((award) => ({ occasion, award })),
    ),
});

/** What the plan asks of whom and by when. */
export const dutySet = defineDataSet<(typeof owed)[number]>(dutiesFacts, {
  columns: {
    clause: ({ id }) => id,
    who: ({ who }) => who,
    groups: ({ groups }) => groups,
    what: ({ what }) => what,
    when: ({ when }) => when && fillSlots(when),
    with: (duty) => duty.with,
    reportsTo: ({ reportsTo }) => reportsTo,
    forms: ({ forms }) => forms,
  },
  read: () => owed,
});
