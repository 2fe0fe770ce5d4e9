import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// npm runs this after an install, on whatever Node there is, with the packages of a production install too. It takes away what
// packages bring for others than us:
//
// - the headers of Node, for those who compile add-ons in C++ (67 MB): nothing here compiles any;
// - source maps, for those who step through the code of a package in a debugger (52 MB): nothing here loads any. A debugger then
//   shows the code that runs.

/** The entries of a folder; none when it is missing. */
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

// An install without what tests need has no package `node`.
const node = 'node_modules/node/node_modules';
for (const { name } of entriesOf(node).filter((entry) => entry.name.startsWith('node-')))
  rmSync(join(node, name, 'include'), { recursive: true, force: true });

function removeSourceMaps(folder) {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    // Links are left alone: what they lead to may belong to somebody else.
    if (entry.isDirectory()) removeSourceMaps(path);
    else if (entry.isFile() && /\.[cm]?js\.map$|\.d\.[cm]?ts\.map$|\.css\.map$/.test(entry.name))
      rmSync(path, { force: true });
  }
}
removeSourceMaps('node_modules');
