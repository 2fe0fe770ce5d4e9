import { expect, test } from '@playwright/test';
import { galleryOf, storiesOfClause } from '../../../../src/gallery/clause-stories/clause-stories.ts';
import { invented } from '../search/invented.ts';

const stories = [
  invented({ name: 'A', strands: ['ii-1', 'ii-3'], clauses: ['iii-1-2-3'] }),
  invented({ name: 'B', strands: ['ii-3'], clauses: ['iii-1-2-1', 'iii-1-1-4'] }),
  invented({ name: 'C', strands: [], clauses: [] }),
];
const linkOf = (id: string) => galleryOf(storiesOfClause(stories, id), id);

test('the stories of a clause lead to the gallery with just these', () => {
  expect(linkOf('ii-3')).toBe('/dien-hinh/?noi-dung=ii-3');
  expect(linkOf('iii-1-2')).toBe('/dien-hinh/?muc=iii-1-2-3&muc=iii-1-2-1');
});
