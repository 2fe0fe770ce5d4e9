import { siteIndexDocs } from './tests/fixtures/site-index.ts';
import { MemoryIndex } from './src/search/memory-index.ts';
import { askDocs } from './src/search/ask-docs.ts';
import { measureSite, nonsense, siteQueries } from './scripts/bench/search/site-quality.ts';
const index = new MemoryIndex(siteIndexDocs());
if (process.argv[2]) for (const q of process.argv.slice(2)) { const a = await askDocs(index,q); console.log(`\n“${q}” ${a.how} ${a.meant??''}`); for (const {doc,former,value} of a.found.slice(0,5)) console.log('  ',value.toFixed(2),doc.kind,doc.href,doc.title.slice(0,60),former??''); }
else for (const name of ['tuned','heldOut'] as const) {
 const q = await measureSite(index, siteQueries[name]);
 const bad = q.missed.filter(m=>!m.isAmongThree).length;
 console.log(name, q.asked, 's@1', (1-q.missed.length/q.asked).toFixed(3), 's@3', (1-bad/q.asked).toFixed(3), 'ms', q.ms.sort((a,b)=>a-b)[q.ms.length>>1]?.toFixed(2), 'max', q.ms.at(-1)?.toFixed(1));
 if (name==='tuned'||process.env.HELD) for (const m of q.missed) console.log('  ', m.isAmongThree?'3':'X', m.query, '|', m.first[0], '| got', m.got.slice(0,90));
 console.log('  suggested', q.suggested);
}
if(!process.argv[2]) for (const n of nonsense) { const a = await askDocs(index,n); if (a.found.length||a.meant) console.log('NONSENSE', n.slice(0,40), a.how, a.found[0]?.doc.title, a.meant); }
