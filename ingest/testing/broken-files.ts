/** A PDF that asks for a password: its encryption dictionary fits no key. */
export function encryptedPdf(): Uint8Array {
  const key = '<'.concat('ab'.repeat(32), '>');
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n',
    `4 0 obj\n<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>\nendobj\n`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object) => {
    const at = file.length;
    file += object;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>`;
  return Buffer.from(`${file}xref\n0 5\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
}
