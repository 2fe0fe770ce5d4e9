import { z } from 'zod';
import { findUnreadable } from '../../vietnamese/unreadable.ts';

/** A check of text: “label” and what is wrong, where `find` finds something. */
export const mistakeIn = (find: (text: string) => string | undefined) =>
  z.check<string>(({ value, issues }) => {
    const message = find(value);
    if (message !== undefined) issues.push({ code: 'custom', input: value, message });
  });

/**
 * Refuses text that no longer says what was meant: of an encoding before Unicode, read in a wrong one, with lost letters. One that is
 * too long is refused for that, and looked at no further.
 */
export const readable = ({ label, max }: { label: string; max: number }) =>
  mistakeIn((text) => {
    const unreadable = text.length > max ? null : findUnreadable(text);
    return unreadable ? `“${label}”: ${unreadable.message}` : undefined;
  });

/** Refuses an answer in words that has no letter; `missing` says what to do. */
export const lettered = (missing: string) => mistakeIn((text) => (/\p{L}/u.test(text) ? undefined : missing));
