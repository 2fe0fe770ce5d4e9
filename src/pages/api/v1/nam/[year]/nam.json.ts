import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { closedYears } from '../../../../../progress/years/read-years.ts';

/** A closed year as one file, without what is no longer public. */
export const getStaticPaths = async () =>
  (await closedYears()).map(({ closing, since }) => ({
    params: { year: closing.id },
    props: { year: closing.year, closedOn: closing.closedOn, since, ...closing.document },
  }));

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => Response.json(props);
