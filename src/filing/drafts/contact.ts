import { controlsOf, visibleText } from './controls.ts';
import { contactName, deviceStorage } from './device-storage.ts';
import { filedDays, forgetAllFiled } from './filed.ts';
import { buttons } from './panel.ts';

/** The contact fields of a form. */
const names = [
  'unitCode',
  'unitName',
  'contactName',
  'contactTitle',
  'contactEmail',
  'contactPhone',
  'clusterName',
];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function read(now = new Date()): Map<string, string> {
  try {
    const stored: unknown = JSON.parse(deviceStorage()?.getItem(contactName) ?? '');
    if (!isObject(stored) || !isObject(stored.answers)) return new Map();
    const at = new Date(String(stored.at)).getTime();
    if (!(now.getTime() - at < filedDays * 86_400_000)) return new Map();
    const known = Object.entries(stored.answers).filter(([name]) => names.includes(name));
    return new Map(known.map(([name, value]) => [name, String(value)]));
  } catch {
    return new Map();
  }
}

const contactControls = (form: HTMLFormElement) =>
  controlsOf(form).filter(({ name }) => names.includes(name));

/** Remembers the contact of a submission once its receipt came. */
export function rememberContact(form: HTMLFormElement): void {
  const typed = contactControls(form).filter(({ value }) => value.trim() !== '');
  // An answer to an information request does not hold the whole contact.
  if (!typed.some(({ name }) => name === 'unitCode')) return;
  const answers = Object.fromEntries(typed.map(({ name, value }) => [name, value.trim()]));
  try {
    deviceStorage()?.setItem(contactName, JSON.stringify({ at: new Date(), answers }));
  } catch {
    // It is typed once more.
  }
}

function forget(): void {
  deviceStorage()?.removeItem(contactName);
  forgetAllFiled();
}

/** The contact as the page offers it: “Sở Nội vụ, Nguyễn Văn A, 0251 …”. */
function wordsFor(form: HTMLFormElement, known: ReadonlyMap<string, string>): string {
  return [...known]
    .map(([name, value]) => {
      const control = form.elements.namedItem(name);
      if (!(control instanceof HTMLSelectElement)) return value;
      return visibleText([...control.options].find((option) => option.value === value));
    })
    .filter(Boolean)
    .join(', ');
}

function put(form: HTMLFormElement, known: ReadonlyMap<string, string>): void {
  for (const control of contactControls(form)) {
    const value = known.get(control.name);
    if (value === undefined || control.value) continue;
    control.value = value;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}

/** Offers the contact last used on this device, if the form asks for one and nothing is typed yet. */
export function offerContact(form: HTMLFormElement): void {
  const unit = form.querySelector('[data-field="unitCode"]');
  const known = read();
  const words = wordsFor(form, known);
  if (!unit || !words || contactControls(form).some(({ value }) => value !== '')) return;
  const offer = document.createElement('div');
  offer.className = 'last-contact small';
  const text = document.createElement('p');
  text.textContent = `Dùng lại thông tin liên hệ lần trước: ${words}?`;
  const first = () => contactControls(form)[0]?.focus();
  const ways = buttons([
    {
      text: 'Dùng lại',
      act: () => {
        put(form, known);
        offer.remove();
        first();
      },
    },
    {
      text: 'Quên',
      act: () => {
        forget();
        text.textContent = 'Máy này không còn nhớ thông tin liên hệ và những phiếu đã gửi.';
        ways.remove();
        first();
      },
    },
  ]);
  offer.append(text, ways);
  unit.before(offer);
  // Typing means that the offer is declined.
  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element && names.includes(target.getAttribute('name') ?? '')) offer.remove();
  });
}
