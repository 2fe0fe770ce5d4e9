import type { PlanDocument } from './schema.ts';

/** The plan for machines: what kind of text, its number, day and issuing body. https://schema.org/Legislation */
export const planJsonLd = (
  { kind, number, date, issuingBody, subject, signature }: PlanDocument,
  address: string,
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  '@id': address,
  url: address,
  name: `${kind.charAt(0)}${kind.slice(1).toLocaleLowerCase('vi')} số ${number} ${subject}`,
  legislationIdentifier: number,
  legislationType: kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi'),
  legislationDate: date,
  legislationPassedBy: { '@type': 'GovernmentOrganization', name: issuingBody },
  legislationResponsible: { '@type': 'Person', name: signature.name, jobTitle: signature.office },
  legislationJurisdiction: { '@type': 'AdministrativeArea', name: 'Thành phố Đồng Nai' },
  inLanguage: 'vi',
  isAccessibleForFree: true,
  temporalCoverage: '2026/2030',
});
