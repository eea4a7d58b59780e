import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    // The policy of the pages allows no data: fonts, and a small file is as quick from the cache.
    assetsInlineLimit: 0,
  },
  environments: {
    // The server hands each page request to app/handler.ts, which has React Router inside.
    ssr: { build: { rolldownOptions: { input: './app/handler.ts' } } },
  },
  // All in one: React for production, whatever the server runs as, and no TypeScript left for Node to meet.
  ssr: { noExternal: true },
});
