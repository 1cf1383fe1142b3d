import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the page works wherever it is mounted.
  base: './',
  build: {
    outDir: '../target/classes/dashboard',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index.html', 'verify.html'] },
    // Pictures stay files, so that the page's content security policy needs no exceptions.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
});
