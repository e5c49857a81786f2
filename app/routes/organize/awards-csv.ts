import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { readAwardFilter } from '#app/scholarships/awards/award-list.ts'
import { type AwardRow, countAwards, listAwards } from '#app/scholarships/awards/list-awards.server.ts'
import { COMPONENT_KINDS } from '#app/scholarships/packages/package-form.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { plainAmount } from '#app/values/money.ts'

/** Awards as a file, filtered as on their page; who took it away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireRight(request, context, params.event!, 'organize')
  const { services, language, now } = context
  const { db } = services
  const filter = readAwardFilter(new URL(request.url).searchParams)
  const rowCount = await countAwards(db, event.id, filter)
  const awards = await listAwards(db, { eventId: event.id, filter, limit: Math.max(rowCount, 1), offset: 0 })
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind: 'awards.csv', rowCount }
  const logged = await recordDownload(db, { ...download, now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const file = BYTE_ORDER_MARK + csvRows(awardRows(awards, translator(language)))
  return csvAnswer(file, { name: `${event.slug}-awards.csv`, fallback: 'awards.csv' })
}

function awardRows(awards: AwardRow[], t: Translate): string[][] {
  const head = [
    t('award.code'),
    t('award.name'),
    t('register.email'),
    t('award.country'),
    t('award.call'),
    t('award.state'),
    t('award.packages.currency'),
    ...COMPONENT_KINDS.flatMap((kind) => [t(`award.kinds.${kind}`), t('award.state')]),
    t('award.funds'),
    t('award.visa'),
    t('award.ticket'),
    t('award.attended'),
    t('award.report'),
  ]
  return [
    head,
    ...awards.map((award) => [
      award.code,
      award.fullName,
      award.email ?? '',
      award.residence ?? '',
      award.callSlug,
      t(`award.states.${award.state}`),
      award.currency,
      ...COMPONENT_KINDS.flatMap((kind) => {
        const part = award.components.find((component) => component.kind === kind)
        const { currency } = award
        return part
          ? [plainAmount({ amountMinor: part.amountMinor, currency }), t(`award.parts.${part.state}`)]
          : ['', '']
      }),
      award.funds.join(' '),
      t(`award.visas.${award.visa}`),
      award.ticketInHandAt ?? '',
      t(`award.came.${award.attended}`),
      award.reportedAt ?? award.reportDueOn ?? '',
    ]),
  ]
}
