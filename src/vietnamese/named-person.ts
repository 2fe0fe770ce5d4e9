/** Words before a name that make the next capitalised word a person: “bà Năm”, “anh Nguyễn Văn A”. */
const title =
  /(^|[^\p{L}\p{M}])((?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Dd]ì|[Ee]m|[Cc]ụ|[Mm]ợ|[Cc]ậu)\s+(?:\p{Lu}[\p{Ll}\p{M}]*)(?:\s+\p{Lu}[\p{Ll}\p{M}]*)*)/gu;

/** The common family names with at least one more capitalised word behind them: “Trần Thị B”. */
const family =
  /(^|[^\p{L}\p{M}])((?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Điểu|Đào|Đinh|Trịnh|Mai|Lâm)\s+\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*)*)/gu;

/** Where names of people are names of places: a street, a school, a market. */
const place =
  /(?:đường|phố|trường|chợ|phường|xã|khu phố|công viên|hẻm|cầu|bệnh viện|thpt|thcs|tiểu học)\s+(?:số\s+)?$/iu;

/** The longest word for a place, with what may stand between it and the name. */
const longestPlace = 30;

/** An e-mail address from its sign on: a long text without one is passed over at once. */
const domain = /@[^\s@]{1,190}\.\p{L}{2,}/gu;
const localPart = /[^\s@]+$/;
/** RFC 5321, 4.5.3.1.1. */
const longestLocalPart = 64;
const phone = /(?:^|\D)((?:\+?84|0)(?:[\s.-]?\d){8,10})(?!\d)/u;

/**
 * What in a text names a person or a way to reach one, as it stands there; null where nothing was found. It finds the usual ways of
 * writing, not every name: the text stays one that staff read first.
 */
export function findNamed(text: string): string | null {
  for (const { index, 0: end } of text.matchAll(domain)) {
    const start = localPart.exec(text.slice(Math.max(0, index - longestLocalPart), index))?.[0];
    if (start) return start + end;
  }
  const reached = phone.exec(text)?.[1];
  if (reached) return reached;
  for (const { index, 1: before = '', 2: name = '' } of [...text.matchAll(title), ...text.matchAll(family)]) {
    const at = index + before.length;
    if (!place.test(text.slice(Math.max(0, at - longestPlace), at))) return name;
  }
  return null;
}
