import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The page's own code in one piece, small enough to stand in it. */
export async function buildClient(): Promise<string> {
  const built = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    root: join(import.meta.dirname, '..', 'client'),
    build: {
      write: false,
      target: ['chrome120', 'firefox121', 'safari16.4'],
      modulePreload: false,
      rollupOptions: { input: join(import.meta.dirname, '..', 'client', 'main.ts') },
    },
  })) as Rolldown.RolldownOutput;
  // Inside a page the end of a script is the end, also within a string.
  return built.output[0].code.replaceAll('</script', '<\\/script');
}
