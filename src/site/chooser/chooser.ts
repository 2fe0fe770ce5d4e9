import type { CriteriaGroup } from '../../vocabulary/taxonomy.ts';

/** The result of the questions: the group, or null where the plan names none, and the reason. */
export interface Ending {
  group: CriteriaGroup['id'] | null;
  why: string;
  /** Clause that the reason rests on. */
  clause: string;
}

/** An answer, and the next question or the result. */
interface Choice<End> {
  label: string;
  next: ChooserQuestion<End> | End;
}

/** A question with its answers. */
export interface ChooserQuestion<End = Ending> {
  ask: string;
  choices: readonly Choice<End>[];
}

const aPerson: ChooserQuestion = {
  ask: 'Người ấy làm gì?',
  choices: [
    {
      label: 'Cán bộ, công chức, viên chức',
      next: {
        group: 'ca-nhan',
        why: 'Thành tích của một người được xét theo tiêu chí cá nhân, dù người ấy công tác ở sở, ở xã hay ở đoàn thể.',
        clause: 'iii-1-4-1',
      },
    },
    {
      label: 'Công nhân, nông dân, doanh nhân, nhà khoa học, sinh viên, người dân',
      next: {
        group: 'ca-nhan',
        why: 'Kế hoạch gọi là “đối tượng khác”, có tiêu chí riêng trong nhóm cá nhân.',
        clause: 'iii-1-4-2',
      },
    },
  ],
};

const anAssociation: ChooserQuestion = {
  ask: 'Tổ chức nào?',
  choices: [
    {
      label: 'Mặt trận, Công đoàn, Hội Nông dân, Hội Phụ nữ, Hội Cựu chiến binh, Đoàn Thanh niên',
      next: {
        group: 'doan-the',
        why: 'Kế hoạch gọi tên Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cho nhóm này.',
        clause: 'iii-1-2',
      },
    },
    {
      label: 'Hội, liên hiệp hội, liên minh, tổ chức xã hội khác',
      next: {
        group: 'doan-the',
        why: 'Kế hoạch không gọi tên hội, liên minh trong nhóm nào. Nhóm này gần nhất, vì mục V.2 đề nghị cả tổ chức xã hội, tổ chức xã hội - nghề nghiệp cùng vận động hội viên.',
        clause: 'v-2-4',
      },
    },
  ],
};

const aBusiness: ChooserQuestion = {
  ask: 'Loại nào?',
  choices: [
    {
      label: 'Doanh nghiệp',
      next: {
        group: 'doanh-nghiep',
        why: 'Kế hoạch có bốn tiêu chí cho doanh nghiệp, không phân biệt lớn nhỏ.',
        clause: 'iii-1-3',
      },
    },
    {
      label: 'Hợp tác xã, tổ hợp tác',
      next: {
        group: 'doanh-nghiep',
        why: 'Kế hoạch không gọi tên hợp tác xã. Nhóm doanh nghiệp gần nhất với việc sản xuất, kinh doanh; trong phiếu, chọn loại tập thể “hợp tác xã”.',
        clause: 'iii-1-3',
      },
    },
    {
      label: 'Hộ kinh doanh, hộ nông dân, hộ gia đình',
      next: {
        group: 'doanh-nghiep',
        why: 'Kế hoạch không đặt tiêu chí riêng cho hộ; nhóm doanh nghiệp gần nhất. Nếu đó là công của một người trong hộ, chọn nhóm cá nhân, “đối tượng khác”.',
        clause: 'iii-1-4-2',
      },
    },
  ],
};

const aCollective: ChooserQuestion = {
  ask: 'Tập thể ấy là gì?',
  choices: [
    {
      label: 'Sở, ban, ngành, xã, phường, đơn vị trực thuộc',
      next: {
        group: 'co-quan',
        why: 'Kế hoạch nêu sở, ban, ngành, xã, phường. Phòng, trường, bệnh viện công lập và đơn vị trực thuộc khác không được nêu riêng; đây là nhóm gần nhất.',
        clause: 'iii-1-1',
      },
    },
    { label: 'Mặt trận, đoàn thể, hội, liên minh', next: anAssociation },
    { label: 'Doanh nghiệp, hợp tác xã, hộ', next: aBusiness },
    {
      label: 'Không phải các loại trên',
      next: {
        group: null,
        why: 'Kế hoạch không gọi tên loại tập thể này trong bốn nhóm. Đọc năm nội dung thi đua để xem việc của mình thuộc nội dung nào, rồi hỏi Sở Nội vụ nên ghi nhóm nào trước khi gửi phiếu.',
        clause: 'ii',
      },
    },
  ],
};

/** Questions that lead to a criteria group, three at most. Where the plan names no group, the reason tells why. */
export const picker: ChooserQuestion = {
  ask: 'Thành tích của ai?',
  choices: [
    { label: 'Của một tập thể', next: aCollective },
    { label: 'Của một người', next: aPerson },
    {
      label: 'Của một mô hình, một cách làm',
      next: {
        group: null,
        why: 'Bốn nhóm tiêu chí chia theo người làm, không theo mô hình. Hãy chọn lại theo ai đã làm ra mô hình ấy: một tập thể, hay một người.',
        clause: 'iii-1',
      },
    },
  ],
};
