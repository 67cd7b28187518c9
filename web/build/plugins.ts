import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Built parts by name, each built before the file that loads it. */
const builtParts = new Map<string, { file: string; integrity: string }>();

const integrityOf = (code: Uint8Array): string => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** Puts the built names and hashes of the parts (`__LAZY_FILE_name__`, `__LAZY_INTEGRITY_name__`) into the file that loads them. */
export function lazyFileNames(): Plugin {
  return {
    name: 'lazy-file-names',
    sharedDuringBuild: true,
    renderChunk(code) {
      return code.replace(/__LAZY_(FILE|INTEGRITY)_([\w-]+)__/g, (_place, what: string, name: string) => {
        const part = builtParts.get(name);
        if (part === undefined) this.error(`The lazy part ${name} is not built yet.`);
        return what === 'FILE' ? part.file : part.integrity;
      });
    },
  };
}

/** What the server needs to know of the built files; the format's reader is `server/http/pages/web-files.ts`. */
interface Manifest {
  format: 1;
  /** Logical name (`widget.js`, `check.js`, `style.css`) → file below `dist/web`. */
  files: Record<string, string>;
  /** Every file of this build. */
  written: string[];
  /** Subresource integrity of the pinned widget (`sha384-…`), which holds that of its parts, and its size over the wire. */
  widget: { file: string; integrity: string; gzipBytes: number };
}

/** For host pages, under a name that stays. */
const HOST_STYLES = 'nl-design-system.css';

/** Notes each environment's entry files, and at the end writes the manifest and the unpinned `widget.js`. */
export function writeManifest(outDir: string): Plugin {
  const files: Record<string, string> = {};
  const written = new Set<string>(['manifest.json', 'widget.js', HOST_STYLES]);
  return {
    name: 'write-manifest',
    sharedDuringBuild: true,
    writeBundle(_options, bundle) {
      for (const [file, output] of Object.entries(bundle)) {
        written.add(file);
        if (output.type === 'chunk' && output.isEntry) {
          builtParts.set(output.name, { file, integrity: integrityOf(readFileSync(resolve(outDir, file))) });
          files[`${output.name}.js`] = file;
        }
        if (output.type === 'asset' && file.endsWith('.css')) files[`${file.replace(/-[\w-]{8}\.css$/, '')}.css`] = file;
      }
      const widget = files['widget.js'];
      if (widget === undefined || files['style.css'] === undefined) return;
      const code = readFileSync(resolve(outDir, widget));
      writeFileSync(resolve(outDir, 'widget.js'), code);
      copyFileSync(resolve(import.meta.dirname, '..', 'styles', HOST_STYLES), resolve(outDir, HOST_STYLES));
      const manifest: Manifest = {
        format: 1,
        files,
        written: [...written].sort(),
        widget: {
          file: widget,
          integrity: integrityOf(code),
          gzipBytes: gzipSync(code, { level: 9 }).length,
        },
      };
      const before = readManifest(outDir);
      writeFileSync(resolve(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      removeOlder(outDir, new Set([...written, ...(before?.written ?? [])]));
    },
  };
}

function readManifest(outDir: string): Partial<Manifest> | undefined {
  const file = resolve(outDir, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Manifest>) : undefined;
}

/** Files of the build before this one stay: a page that is open in a browser may still ask for them. */
function removeOlder(outDir: string, keep: ReadonlySet<string>): void {
  for (const file of readdirSync(outDir)) if (!keep.has(file)) rmSync(resolve(outDir, file), { recursive: true });
}
