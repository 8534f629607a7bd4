import { deflateSync } from 'node:zlib';

/** A PDF of one page whose content is what is given, packed twice. */
export function pdfOf(content: Buffer): Buffer {
  const packed = deflateSync(deflateSync(content, { level: 1 }), { level: 9 });
  const head =
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>\nendobj\n' +
    `4 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`;
  const end = '\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF\n';
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(end)]);
}
