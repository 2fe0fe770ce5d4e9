import type { APIRoute } from 'astro';
import { planCalendar } from '../../plan/timetable/ics.ts';
import { announcedMoments } from '../../vocabulary/owner-settings.ts';
import { phases } from '../../vocabulary/taxonomy.ts';

/** The milestones of the plan as a calendar to subscribe to. */
export const GET: APIRoute = ({ url, site = url }) =>
  new Response(planCalendar(phases, site, announcedMoments()), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  });
