import type { APIRoute } from 'astro';
import { planPdf } from '../../pdf/plan-pdf.ts';
import { planClauses } from '../../plan-text.ts';
import { planDocument } from '../../schemas/plan.ts';

/** The plan on A4, typeset at build from the same clauses as the page. */
export const GET: APIRoute = async () =>
  new Response(Uint8Array.from(planPdf(planDocument, await planClauses())), {
    headers: { 'Content-Type': 'application/pdf' },
  });
