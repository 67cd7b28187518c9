import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { customElementsManifest, elementTypes } from './custom-elements.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');

/**
 * `npm run build:package`: the widget as a package that could be published, made of what `npm run build` built. Importing
 * it defines nothing; `/register` does.
 * @returns names of the files
 */
export function writeWidgetPackage(built: string, out: string): string[] {
  const { files } = JSON.parse(readFileSync(resolve(built, 'manifest.json'), 'utf8')) as { files: Record<string, string> };
  const { version, license } = JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8')) as { version: string; license: string };
  const element = files['widget-element.js'];
  if (element === undefined) throw new Error('dist/web has no widget: run npm run build first');
  // the element asks for its parts by their built names
  const parts = Object.entries(files).filter(([name]) => name.startsWith('widget-') && name !== 'widget-element.js').map(([, file]) => file);
  const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
  const written: Record<string, string | Buffer> = {
    'index.js': readFileSync(resolve(built, element)),
    'index.d.ts': elementTypes,
    'register.js': "import { BekostigingsWijzer } from './index.js';\n\nif (!customElements.get('bekostigings-wijzer')) customElements.define('bekostigings-wijzer', BekostigingsWijzer);\n\nexport { BekostigingsWijzer };\n",
    'register.d.ts': "export { BekostigingsWijzer } from './index.js';\n",
    ...Object.fromEntries(parts.map((file) => [file, readFileSync(resolve(built, file))])),
    'nl-design-system.css': readFileSync(resolve(built, 'nl-design-system.css')),
    'custom-elements.json': json(customElementsManifest('index.js', 'register.js')),
    'README.md': README,
    LICENSE: readFileSync(resolve(PROJECT, 'LICENSE')),
  };
  const hashed = Object.entries(written).filter(([name]) => /\.(?:js|css)$/.test(name));
  written['integrity.json'] = json(Object.fromEntries(hashed.map(([name, content]) => [name, `sha384-${createHash('sha384').update(content).digest('base64')}`])));
  written['package.json'] = json({
    name: 'bekostigingswijzer-widget',
    version,
    description: '<bekostigings-wijzer>: vragen over de betaling van samenwerking in de zorg, met letterlijke citaten',
    license,
    type: 'module',
    sideEffects: ['./register.js'],
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './register': { types: './register.d.ts', default: './register.js' },
      './nl-design-system.css': './nl-design-system.css',
      './integrity.json': './integrity.json',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    types: './index.d.ts',
    customElements: './custom-elements.json',
    files: Object.keys(written).sort(),
  });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(written)) writeFileSync(resolve(out, name), content);
  return Object.keys(written);
}

const README = `# \`<bekostigings-wijzer>\`

Het chatvenster van de Bekostigingswijzer als pakket. Er is een server nodig die de vragen beantwoordt; zet de oorsprong van uw site daar in \`ALLOWED_ORIGINS\`.

\`\`\`js
import 'bekostigingswijzer-widget/register';
\`\`\`

\`\`\`html
<bekostigings-wijzer mode="bubble" server="https://wijzer.example.nl"></bekostigings-wijzer>
\`\`\`

\`bekostigingswijzer-widget\` zonder \`/register\` geeft de klasse en legt geen element vast. Het script laadt zijn delen uit zijn eigen map, met het controlegetal dat erin staat. Laat de bestanden daarom bij elkaar en hernoem ze niet: een bundelaar moet ze ongewijzigd meenemen. De controlegetallen staan in \`integrity.json\`.

Content-Security-Policy: \`script-src 'self'; connect-src https://wijzer.example.nl\`.

\`nl-design-system.css\` geeft het venster de kleuren en letters van een thema van NL Design System.
`;

if (process.argv[1] === import.meta.filename) {
  const out = resolve(PROJECT, 'dist', 'widget-package');
  const written = writeWidgetPackage(resolve(PROJECT, 'dist', 'web'), out);
  console.log(`dist/widget-package: ${written.length} bestanden.`);
}
