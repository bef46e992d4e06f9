/**
 * `npm run conformance -- DIR`: validates the W3C export of a sample library against the JSON Schemas of the W3C's own
 * test suite in DIR (https://github.com/w3c/web-annotation-tests).
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { createServer } from 'vite';
import { env, installPackages, run } from './prepare.mjs';

const [dir] = process.argv.slice(2);
if (!dir || !existsSync(join(dir, 'definitions'))) {
  console.error('usage: npm run conformance -- DIR   (the W3C web-annotation-tests, with definitions/ in it)');
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) < 22) {
  installPackages();
  process.exit(run('node', ['scripts/conformance.mjs', dir], { env }));
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const jsonFiles = (folder) =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? jsonFiles(path) : name.endsWith('.json') ? [path] : [];
  });

/** A validator per assertion of a `.test` list; each knows the suite's definitions. */
function assertionsOf(list) {
  const ajv = new Ajv04({ strict: false, allErrors: false });
  addFormats(ajv);
  for (const file of jsonFiles(join(dir, 'definitions'))) {
    const schema = read(file);
    ajv.addSchema(schema, schema.id ?? file);
  }
  return read(join(dir, list)).assertions.map((name) => {
    const schema = read(join(dir, name));
    return { name, expected: schema.expectedResult !== 'invalid', check: ajv.compile(schema) };
  });
}

const server = await createServer({
  configFile: false,
  server: { middlewareMode: true },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const { exportW3c } = await server.ssrLoadModule('/lib/exchange/export-w3c.ts');
const { sampleBundles } = await server.ssrLoadModule('/tests/fixtures/sample-library.ts');
/** The sample's articles with their quotes, as the export gets them from the store. */
async function* articles(bundles) {
  for (const quotes of Map.groupBy(bundles, ({ article }) => article.id).values())
    yield [{ article: quotes[0].article, quotes }];
}
let text = '';
for await (const chunk of exportW3c(articles(sampleBundles(450)), {
  generatedAt: '2026-05-04T00:00:00Z',
  collectionId: '00000000-0000-4000-8000-0000000000ff',
  label: 'Sample library',
}))
  text += chunk.text;
const collection = JSON.parse(text);
await server.close();

const pages = [collection.first, ...(collection.pages ?? [])];
const standalone = (page) => ({ '@context': collection['@context'], ...page });
let failed = 0;
let passed = 0;
for (const [what, list, documents] of [
  ['annotations', 'annotations/annotationMusts.test', pages.flatMap((page) => page.items)],
  ['collection', 'collections/collectionMusts.test', [collection]],
  ['pages', 'collections/pages/pageMusts.test', pages.map(standalone)],
]) {
  for (const { name, expected, check } of assertionsOf(list)) {
    const bad = documents.filter((document) => check(document) !== expected);
    if (bad.length === 0) passed += 1;
    else {
      failed += 1;
      console.log(`✗ ${what}: ${name} (${bad.length} of ${documents.length})`, check.errors?.[0]?.message ?? '');
    }
  }
  console.log(`${what}: ${documents.length} document${documents.length === 1 ? '' : 's'} checked`);
}
console.log(`${passed} MUST assertions passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
