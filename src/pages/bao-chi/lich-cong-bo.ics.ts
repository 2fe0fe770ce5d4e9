import type { APIRoute } from 'astro';
import { announcementCalendar } from '../../gallery/press/announcement-calendar.ts';
import { announcements } from '../../gallery/press/kit-texts.ts';
import { announcedMoments } from '../../vocabulary/owner-settings.ts';

/** The announcements to come, without names. */
export const GET: APIRoute = ({ site, url }) =>
  new Response(announcementCalendar(announcements, announcedMoments(), site ?? url), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
