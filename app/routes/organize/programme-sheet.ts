import type { LoaderFunctionArgs } from '@remix-run/node'
import { XLSX } from '#app/files/media-type.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { notFound } from '#app/http/answers.ts'
import { disposition } from '#app/http/disposition.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { loadImportFacts } from '#app/programme/import/import-facts.server.ts'
import { sheetRows } from '#app/programme/sheet/sheet-rows.ts'

/** The whole programme as a spreadsheet, in the words of the reader: as CSV or, where the address ends so, as XLSX. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'programme')
  const facts = await loadImportFacts(context.services.db, event.id)
  if (!facts) throw notFound()
  const kind = new URL(request.url).pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const body = await writeSheet(sheetRows(facts, translator(context.language)), kind)
  return new Response(new Uint8Array(body), {
    headers: {
      'Content-Type': kind === 'xlsx' ? XLSX : 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': disposition(`${event.slug}-programme.${kind}`, { fallback: `programme.${kind}` }),
      'Cache-Control': 'private, no-store',
    },
  })
}
