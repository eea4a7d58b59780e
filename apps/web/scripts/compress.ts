import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Packs what the browser fetches once, at the build, so that no request waits for it.
const folder = path.resolve(import.meta.dirname, '../build/client');
for (const file of globSync('**/*.{js,css,svg,json,txt,html}', { cwd: folder })) {
  const place = path.join(folder, file);
  const content = readFileSync(place);
  writeFileSync(`${place}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${place}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}
