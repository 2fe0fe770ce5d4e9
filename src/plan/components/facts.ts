import { awardForms, citedTexts, duties, occasions, phases, strands } from '../../vocabulary/taxonomy.ts';

/** A fact about a clause: a label and the values under it. */
export interface Fact {
  label: string;
  value: string;
  href?: string;
}

/** Facts about a clause from the site's lists: strand, duty, phase, award, cited texts. Empty where there are none. */
export function clauseFacts(id: string): Fact[] {
  return [...aboutStrand(id), ...aboutDuty(id), ...aboutTime(id), ...aboutAwards(id), ...cited(id)];
}

function aboutStrand(id: string): Fact[] {
  const strand = strands.find((one) => one.id === id);
  return strand ? [{ label: `Nội dung thi đua ${strand.number} (nói gọn)`, value: strand.name }] : [];
}

function aboutDuty(id: string): Fact[] {
  const duty = duties.find((one) => one.id === id);
  if (!duty) return [];
  return [
    ...(duty.with.length > 0 ? [{ label: 'Phối hợp với', value: duty.with.join('; ') }] : []),
    ...(duty.reportsTo ? [{ label: 'Báo cáo cho', value: duty.reportsTo }] : []),
    ...(duty.deadline ? [{ label: 'Hạn', value: duty.deadline }] : []),
  ];
}

function aboutTime(id: string): Fact[] {
  const phase = phases.find((one) => one.id === id);
  return phase ? [{ label: phase.name, value: `${phase.from}–${phase.to}` }] : [];
}

function aboutAwards(id: string): Fact[] {
  return occasions.flatMap(({ name, clause, awards, note }) => {
    const own = awards.filter((award) => award.clause === id);
    const forms = awardForms.filter((form) => own.some((award) => award.form === form.id));
    return [
      ...(own.length > 0 || clause === id ? [{ label: 'Dịp khen thưởng', value: name }] : []),
      ...forms.map((form) => ({ label: `Người quyết định tặng ${form.name}`, value: form.decidedBy })),
      ...(clause === id && note ? [{ label: 'Lưu ý', value: note }] : []),
    ];
  });
}

function cited(id: string): Fact[] {
  return citedTexts
    .filter(({ clauses }) => clauses.includes(id))
    .map(({ kind, number, issuer, address }) => ({
      label: 'Dẫn chiếu',
      value: `${kind} ${number} (${issuer})`,
      ...(address ? { href: address } : {}),
    }));
}
