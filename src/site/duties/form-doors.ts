import { forms } from '../../filing/definitions/registry.ts';

/** Title and address of each form, by its id. */
export const formDoors: ReadonlyMap<string, { title: string; path: string }> = new Map(
  forms.map(({ id, title, path }) => [id, { title, path }]),
);
