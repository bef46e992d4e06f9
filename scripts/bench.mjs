/** `npm run bench -- NAME …`: finds the bench and runs it with the project's own Node. */
import { existsSync } from 'node:fs';
import { env, findBrowsers, installPackages, root, run } from './prepare.mjs';

const [name = '', ...args] = process.argv.slice(2);
const file = `scripts/bench-${name}.mjs`;
if (!/^[a-z-]+$/.test(name) || !existsSync(`${root}/${file}`)) {
  console.error(
    'usage: npm run bench -- detection|page-cost|quotes|anchoring|claims|duplicates|store|durability|kills|page-interface [options]',
  );
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 22) {
  installPackages();
  process.exit(run('node', ['scripts/bench.mjs', name, ...args]));
}
installPackages();
env.PRESSMARK_CHROMIUM = process.env.PRESSMARK_CHROMIUM = findBrowsers(['chromium']).chromium;
const { run: bench } = await import(`./bench-${name}.mjs`);
await bench(args);
