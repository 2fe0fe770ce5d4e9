import type { APIRoute } from 'astro';
import { planClauses } from '../../plan/content.ts';
import { planPdf } from '../../plan/pdf/plan-pdf.ts';
import { planDocument } from '../../plan/schema.ts';

/** The plan on A4, typeset at build from the same clauses as the page. */
export const GET: APIRoute = async () =>
  new Response(Uint8Array.from(planPdf(planDocument, await planClauses())), {
    headers: { 'Content-Type': 'application/pdf' },
  });
