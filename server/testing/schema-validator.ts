import { createRequire } from 'node:module';

/** What is wrong with a value, as paths and messages; nothing when it fits. */
export type Validate = (value: unknown) => string[];

interface Ajv {
  addSchema(schema: object, key: string): void;
  compile(schema: object): ((value: unknown) => boolean) & { errors?: { instancePath: string; message?: string; params: object }[] | null };
}

/**
 * An independent reader of JSON Schema 2020-12 for the OpenAPI document: what the server sends is held against the document
 * that it publishes, not against the schemas that both come from.
 */
export function validatorOf(document: object): (pointer: string) => Validate {
  // the version of ajv that the MCP client brings reads this draft; the one at the top of node_modules does not
  const ofSdk = createRequire(createRequire(import.meta.url).resolve('@modelcontextprotocol/sdk/client/index.js'));
  const { Ajv2020 } = ofSdk('ajv/dist/2020.js') as { Ajv2020: new (options: object) => Ajv };
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, 'openapi');
  return (pointer) => {
    const validate = ajv.compile({ $ref: `openapi#${pointer}` });
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`));
  };
}
