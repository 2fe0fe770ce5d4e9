import { site } from '../../vocabulary/site.ts';
import type { Strand } from '../../vocabulary/taxonomy.ts';
import type { Story } from '../story.ts';

/** A feed of stories that can be followed. */
export interface Feed {
  path: string;
  title: string;
  description: string;
  /** The page with the same stories. */
  page: string;
  has: (story: Story) => boolean;
}

/** All stories. */
export const mainFeed: Feed = {
  path: '/rss.xml',
  title: `${site.name}: điển hình mới`,
  description: `Mô hình, tập thể và cá nhân điển hình của Phong trào thi đua “${site.movement}”, ${site.years}.`,
  page: '/dien-hinh/',
  has: () => true,
};

/** The feed of one strand. A strand without stories has a feed, too. */
export const strandFeed = ({ id, name }: Strand): Feed => ({
  path: `/rss/${id}.xml`,
  title: `${site.name}: ${name}`,
  description: `Điển hình của nội dung thi đua “${name}”.`,
  page: `/ke-hoach/${id}/`,
  has: (story) => story.strands.includes(id),
});

/** The feed of one unit, beside its page; `path` is the address of that page. */
export const unitFeed = ({ path, name, code }: { path: string; name: string; code: string }): Feed => ({
  path: `${path}rss.xml`,
  title: `${site.name}: ${name}`,
  description: `Điển hình của ${name}.`,
  page: path,
  has: (story) => story.unitCode === code,
});
