import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSkills } from './skills-reading.server.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { labelOf } from '#app/participants/skills/skill-totals.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

/** The skill matrix as a file; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, event, filter, columns, people } = await readSkills(args)
  const { services, language, now } = args.context
  const logged = await recordDownload(services.db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: filter.trackId,
    kind: 'skills.csv',
    rowCount: people.length,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const head = [t('list.fields.code'), t('list.fields.fullName'), t('list.fields.latinName')]
  const lines = people.map(({ code, fullName, latinName, values }) => [
    code,
    fullName,
    latinName ?? '',
    ...columns.map((column) => (values[column.key] ?? []).map((value) => labelOf(column, value)).join('; ')),
  ])
  const file = BYTE_ORDER_MARK + csvRows([[...head, ...columns.map(({ label }) => label)], ...lines])
  return csvAnswer(file, { name: `${event.slug}-skills.csv`, fallback: 'skills.csv' })
}
