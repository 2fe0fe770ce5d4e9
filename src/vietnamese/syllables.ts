import { normalize } from './compose.ts';

const onsets = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** Rimes of written Vietnamese without tones, also those after `qu` and `gi`. */
const rimes = `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu êng
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong oong ooc op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uê uêch uênh uc ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ak ăk uk ôk`.split(/\s/);

/** Every syllable without its tone; in `gì` and `gìn` the onset is `g`. */
const bareSyllables = new Set(['', ...onsets].flatMap((onset) => rimes.map((rime) => onset + rime)));
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A tone on the last letter of ao, ai, au and similar rimes, which no spelling allows (decomposed). */
const toneOnGlide =
  /(?:[ae]o|[aouơư]\u031b?i|[ao]\u0302?i|a\u0302?y|[aei]\u0302?u|u\u031bu)[\u0300\u0301\u0303\u0309\u0323]$/;
const sharpOrHeavy = /[\u0301\u0323]/;

/** The longest syllable is `nghiêng` with its marks, decomposed. */
const maxLength = 12;

/** Splits a word into letters and tone; undefined for two tones, or a tone in an impossible place. */
function partTone(word: string): { bare: string; tone: string } | undefined {
  const parted = normalize(word, 'NFD');
  const toned = parted.match(tones) ?? [];
  return toned.length > 1 || (toneOnGlide.test(parted) && !parted.startsWith('qu'))
    ? undefined
    : { bare: normalize(parted.replace(tones, ''), 'NFC'), tone: toned[0] ?? '' };
}

/** Whether a lower-case word is spelled like a Vietnamese syllable, with a correct, misplaced or missing tone. */
export function isLikeSyllable(word: string): boolean {
  const parted = word.length > maxLength ? undefined : partTone(word);
  return parted !== undefined && bareSyllables.has(parted.bare);
}

/**
 * Whether a lower-case word can be a Vietnamese syllable: an onset, a rime, and at most one tone, which must be sắc or nặng
 * before c, ch, p and t.
 */
export function isSyllable(word: string): boolean {
  const parted = word.length > maxLength ? undefined : partTone(word);
  if (!parted || !bareSyllables.has(parted.bare)) return false;
  return !/(?:c|ch|p|t)$/.test(parted.bare) || sharpOrHeavy.test(parted.tone);
}
