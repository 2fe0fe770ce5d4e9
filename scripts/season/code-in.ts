import { z } from 'zod';

const receiptSchema = z.object({ code: z.string() });

/** The code of the submission in an answer that accepted it, as JSON. */
export const codeIn = (json: string): string => receiptSchema.parse(JSON.parse(json)).code;
