import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// npm runs this after an install, on whatever Node there is. The package `node` brings the headers of Node for those who compile
// add-ons in C++: 67 MB. Nothing here compiles any.
const packages = 'node_modules/node/node_modules';

let names = [];
try {
  names = readdirSync(packages).filter((name) => name.startsWith('node-'));
} catch {
  // An install without what tests need has no such package.
}
for (const name of names) rmSync(join(packages, name, 'include'), { recursive: true, force: true });
