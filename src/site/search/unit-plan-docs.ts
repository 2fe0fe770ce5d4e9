import { type PublishedPlan, planPath } from '../../progress/coverage/published-plans.ts';
import { code } from '../../search/codes.ts';
import { type SearchDoc, searchDoc } from '../../search/doc.ts';
import { officialDate } from '../../vietnamese/official-date.ts';

/** Each plan of a unit that the unit agreed to publish: by its unit, number and title. */
export const unitPlanDocs = (plans: readonly PublishedPlan[]): SearchDoc[] =>
  plans.map(({ id, name, plan }) =>
    searchDoc({
      kind: 'van-ban',
      href: planPath({ id }),
      title: `Kế hoạch ${plan.number} của ${name}`,
      summary: `${officialDate(plan.issuedOn)}: ${plan.title}`,
      names: [plan.title, `kế hoạch của ${name}`, `kế hoạch thi đua ${name}`],
      codes: [code(plan.number)],
    }),
  );
