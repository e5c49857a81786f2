/** A PDF that only the holder of its key may see: shown in the page, saved under `name`. */
export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name.replaceAll(/[^\w.-]/g, '-')}"`,
      'Content-Length': String(pdf.byteLength),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
