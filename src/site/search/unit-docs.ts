import { type SearchDoc, searchDoc } from '../../search/doc.ts';
import { namesOf } from '../../vocabulary/unit-names.ts';
import { unitPath } from '../../vocabulary/unit-path.ts';
import { communes, units } from '../../vocabulary/units.ts';

const communeOf = new Map(communes.map((commune) => [commune.code, commune]));

/** An office by the city's name, as people tell it from others: “Công an Đồng Nai”, “Sở Y tế thành phố Đồng Nai”. */
const ofCity = (name: string): string[] =>
  name.includes('Đồng Nai') ? [] : [`${name.replace(/ thành phố$/, '')} {|thành phố} Đồng Nai`];

const unique = (names: readonly string[], but: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => !but.includes(name));

/**
 * Each unit, with every name that it or the units before it had: a commune by itself and by its people's committee.
 * @param storiesOf how many stories a unit has, by its code
 */
export function unitDocs(storiesOf: ReadonlyMap<string, number>): SearchDoc[] {
  return units.map((unit) => {
    const { code, name } = unit;
    const commune = communeOf.get(code);
    const title = commune?.fullName ?? name;
    const all = namesOf(unit);
    const former = unique(
      all.flatMap((each) => (each.former ? [each.former.name] : [])),
      [title],
    );
    const others = all.flatMap(({ former: ended, words }) =>
      ended ? [] : [words.map(({ text }) => text).join(' ')],
    );
    const short = commune ? [commune.name] : [];
    const count = storiesOf.get(code) ?? 0;
    return searchDoc({
      kind: 'don-vi',
      href: unitPath(unit),
      title,
      summary: count > 0 ? `${count.toLocaleString('vi')} điển hình.` : 'Chưa có điển hình nào.',
      names: unique(
        [name, ...short, ...others, ...(commune ? [] : [...[name, ...others].flatMap(ofCity)])],
        [title],
      ),
      former,
      codes: [code],
    });
  });
}
