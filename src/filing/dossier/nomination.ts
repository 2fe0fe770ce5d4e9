import { site } from '../../vocabulary/site.ts';
import { awardForms, strands } from '../../vocabulary/taxonomy.ts';
import { readKeptFile } from '../definitions/uploaded-file.ts';
import { type Issuer, issuerOf } from './issuer.ts';
import type { CollectiveAnswers, PersonAnswers } from './questions.ts';
import { slot } from './slot.ts';

/** The questions that both forms ask. */
type SharedAnswers = Pick<CollectiveAnswers, keyof CollectiveAnswers & keyof PersonAnswers>;

/** What every paper of a dossier says about a nomination. Unknown parts are slots. */
export interface Nomination {
  issuer: Issuer;
  /** “tập thể” or “cá nhân”. */
  whom: 'tập thể' | 'cá nhân';
  name: string;
  /** “Bằng khen của Chủ tịch Ủy ban nhân dân thành phố”. */
  award: string;
  /** To whom the proposal goes. */
  addressee: string;
  /** “từ tháng 7 năm 2026 đến tháng 10 năm 2026”. */
  period: string;
  /** Each with its clause of the plan. */
  strands: readonly string[];
  /** Each with its clause of the plan. */
  criteria: readonly string[];
  /** Whether the same achievement was awarded before, as a sentence. */
  awardedBefore: string;
  /** Whom to ask about the dossier: name, office, telephone, e-mail. */
  contact: string;
  /** Names of the files that prove it. */
  files: readonly string[];
}

/** The plan, by number, day and issuer. */
export const citedPlan =
  'Kế hoạch số 113/KH-UBND ngày 24 tháng 6 năm 2026 của Ủy ban nhân dân thành phố Đồng Nai';

/** The movement as its plan names it. */
export const movement = `Phong trào thi đua “${site.movement}”`;

const monthInWords = (month: string | undefined) => {
  const [year, number] = month?.split('-') ?? [];
  return number ? `tháng ${Number(number) < 3 ? number : Number(number)} năm ${year}` : slot('tháng, năm');
};

/** The award that the unit proposes. An order has classes; the form does not ask for the class. */
function awardOf(id: SharedAnswers['suggestedAward']): string {
  const form = awardForms.find((each) => each.id === id);
  if (!form) return slot('danh hiệu thi đua hoặc hình thức khen thưởng');
  return form.id === 'huan-chuong-lao-dong' ? `${form.name} hạng ${slot('hạng')}` : form.name;
}

/** The head of the unit decides on a Giấy khen. All other proposals go to the city through Sở Nội vụ, except those of Sở Nội vụ. */
function addresseeOf({ suggestedAward, unitCode }: SharedAnswers): string {
  const isOwn = suggestedAward === undefined || suggestedAward === 'giay-khen' || unitCode === 'so-noi-vu';
  if (isOwn) return slot('cơ quan, người có thẩm quyền nhận tờ trình');
  return `${site.leadAgency} thành phố Đồng Nai`;
}

function awardedBefore({ sameAchievement, sameAchievementDecision }: SharedAnswers): string {
  if (sameAchievement === undefined) {
    return slot('ghi rõ thành tích này đã được khen thưởng hay chưa; nếu đã được: số, ngày quyết định');
  }
  if (sameAchievement === 'chua') return 'Thành tích nêu trên chưa được khen thưởng.';
  const decision = sameAchievementDecision ?? slot('số, ngày quyết định, cơ quan ban hành');
  return `Thành tích nêu trên đã được khen thưởng tại: ${decision.replace(/\.$/, '')}.`;
}

function contactOf({ contactName, contactTitle, contactPhone, contactEmail }: SharedAnswers): string {
  const person = [contactName ?? slot('họ và tên'), contactTitle].filter(Boolean).join(', ');
  const reach = [contactPhone && `điện thoại ${contactPhone}`, contactEmail && `thư điện tử ${contactEmail}`];
  return [person, ...reach.filter(Boolean)].join('; ');
}

/** The content from the questions that both forms ask; `whom` and the criteria differ by form. */
export function nominationOf(
  answers: SharedAnswers,
  { whom, criteria }: Pick<Nomination, 'whom' | 'criteria'>,
): Nomination {
  const picked = strands.filter(({ id }) => answers.strands?.includes(id));
  return {
    issuer: issuerOf(answers.unitCode, answers.unitName),
    whom,
    name: answers.name ?? slot(whom === 'tập thể' ? 'tên tập thể' : 'họ và tên'),
    award: awardOf(answers.suggestedAward),
    addressee: addresseeOf(answers),
    period: `từ ${monthInWords(answers.periodFrom)} đến ${monthInWords(answers.periodTo)}`,
    strands: picked.map(({ number, name }) => `${name} (gạch đầu dòng thứ ${number} mục II của Kế hoạch)`),
    criteria,
    awardedBefore: awardedBefore(answers),
    contact: contactOf(answers),
    files: (answers.files ?? []).flatMap((value) => readKeptFile(value)?.name ?? []),
  };
}
