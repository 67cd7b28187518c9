import { resolve } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { lazyFileNames, writeManifest } from './build/plugins.ts';

const here = import.meta.dirname;
const outDir = resolve(here, '../dist/web');

/** Every browser that gets security updates in early 2026: Chromium and Firefox of two years, Safari 16.4. */
const target = ['chrome120', 'firefox121', 'safari16.4'];

function build(input: Record<string, string>, emptyOutDir = false): { consumer: 'client'; build: BuildEnvironmentOptions } {
  return {
    consumer: 'client',
    build: {
      outDir,
      emptyOutDir,
      target,
      cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, resolve(here, file)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
      },
    },
  };
}

/**
 * Several builds rather than one with chunks: the widget's button, its chat and what the chat loads later must each be one
 * file, whatever they share. A part is built before the file that loads it, which holds its name and hash.
 */
export default defineConfig({
  root: here,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [lazyFileNames(), writeManifest(outDir)],
  environments: {
    lazyDocument: build({ 'widget-document': 'lazy/document-reader.ts' }),
    lazyPrivacy: build({ 'widget-privacy': 'lazy/patient-data.ts' }),
    lazyWord: build({ 'widget-word': 'lazy/conversation-docx.ts' }),
    lazyReferences: build({ 'widget-references': 'lazy/references.ts' }),
    planWord: build({ 'plan-word': 'lazy/plan-docx.ts' }),
    chat: build({ 'widget-chat': 'lazy/chat.ts' }),
    widget: build({ widget: 'widget/main.ts' }),
    element: build({ 'widget-element': 'widget/element.ts' }),
    pages: build({ check: 'pages/check.ts', allocation: 'pages/allocation.ts', source: 'pages/source.ts', plan: 'pages/plan.ts', style: 'styles/pages.css' }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['lazyDocument', 'lazyPrivacy', 'lazyWord', 'lazyReferences', 'planWord', 'chat', 'widget', 'element', 'pages']) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`No environment ${name}`);
        await builder.build(environment);
      }
    },
  },
});
