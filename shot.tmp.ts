import { chromium } from '@playwright/test';
import { chromiumOptions } from './scripts/browser/chromium.ts';
const b = await chromium.launch(chromiumOptions());
const which = process.argv.slice(2);
const shots: [string,string,number,'light'|'dark',boolean][] = [
 ['a','/tim-kiem/?q=bao giờ nộp báo cáo',360,'light',true],
 ['b','/tim-kiem/?q=chuyển đổi xanh',1280,'light',true],
 ['c','/tim-kiem/?q=long khánh',360,'dark',true],
 ['d','/tim-kiem/?q=qwzx',768,'light',true],
 ['e','/dien-hinh/?q=long khánh',360,'light',true],
 ['f','/dien-hinh/?q=duong',768,'dark',false],
 ['g','/tim-kiem/?q=MTTQ',768,'dark',false],
 ['h','/dien-hinh/?q=chuyển đổi xanh',1280,'light',true],
 ['i','/tim-kiem/',360,'light',true],
];
for (const [n,u,w,c,js] of shots) { if (which.length && !which.includes(n)) continue;
 const p = await b.newPage({viewport:{width:w,height:w<500?780:900},colorScheme:c,javaScriptEnabled:js});
 const t=Date.now(); await p.goto('http://localhost:9401'+u); await p.waitForTimeout(1200); 
 await p.screenshot({path:`/tmp/search/${n}.png`}); console.log(n, await p.locator('[data-part="status"]').first().textContent()); await p.close(); }
await b.close();
