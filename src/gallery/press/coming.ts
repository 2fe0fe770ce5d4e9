import { announcedMoments } from '../../vocabulary/owner-settings.ts';
import { announcements } from './kit-texts.ts';

/** Something that is announced: an instant, and a name that names nobody. */
export interface Announcement {
  at: Date;
  name: string;
}

/** How long an announcement of content/press/ takes: as long as its event in the calendar. */
export const announcementMinutes = 30;

/**
 * What is announced and not over, the next first: what content/press/ and the rows of `Mốc thời gian` say. A release of staff is not
 * among them: until its time nothing tells that there is one.
 */
export function comingAnnouncements(now: Date): Announcement[] {
  const ofFile = announcements.map(({ at, name }) => {
    const from = new Date(at);
    return { from, until: new Date(from.getTime() + announcementMinutes * 60_000), name };
  });
  return [...ofFile, ...announcedMoments()]
    .filter(({ until }) => until > now)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
    .map(({ from, name }) => ({ at: from, name }));
}

/** Changes when something that pages call to come is over. */
export const comingDigest = (now: Date): string =>
  comingAnnouncements(now)
    .map(({ at }) => at.getTime())
    .join();
