/** `npm run schema`: writes public/pressmark-export.schema.json. A test fails while the file lags behind the rows. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  server: { middlewareMode: true },
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const { exportSchema } = await server.ssrLoadModule('/scripts/export-schema.ts');
writeFileSync(
  new URL('../public/pressmark-export.schema.json', import.meta.url),
  `${JSON.stringify(exportSchema(), null, 2)}\n`,
);
await server.close();
