import type { Thread } from './pattern.ts';

/** The site's colours in the light scheme (src/ui/styles/tokens.css), for drawings without a style sheet. */
export const palette = {
  paper: '#fdfcf8',
  line: '#d9d4c1',
  edge: '#757c73',
  ink: '#1a211d',
  soft: '#4b554e',
  lead: '#0f4a35',
  state: '#9a1b1e',
  honour: '#b3924a',
  ground: '#10382a',
  field: '#1a4f39',
} as const;

/** The colours of the threads. */
export const threadColours: Record<Thread, string> = {
  'doi-moi': '#dba93f',
  'khoa-hoc': '#f0e8d3',
  so: '#55b3ca',
  xanh: '#86bb52',
};
