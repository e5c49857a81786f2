import type { OwnAward } from './application-award.server.ts'
import { ReceiptList } from './receipt-list.tsx'
import type { AwardOfApplication } from '#app/scholarships/awards/award-of-application.server.ts'
import { OWN_VISA_STATES } from '#app/scholarships/awards/visa-states.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'

/** What the holder of an award still has to tell or to send: visa, receipts, report, the name in public. */
export function AwardNow({ own, award }: { own: OwnAward; award: AwardOfApplication }) {
  const { t, path, language } = usePage()
  const { zone } = own.event
  const at = (page: string) => path(`/applications/${own.code}/award${page}${own.query}`)
  const when = (moment: string) => formatMoment(moment, zone, language)
  const reimbursed = award.components.filter(({ payout, state }) => payout === 'reimbursed' && state === 'accepted')
  return (
    <>
      <Leaf id="visa" title={t('award.own.visaTitle')}>
        <p>
          {award.visaAt === null
            ? t('award.own.visaNone')
            : t('award.own.visaNow', { state: t(`award.visas.${award.visa}`), when: when(award.visaAt) })}
          {award.ticketInHandAt !== null && <> {t('award.own.ticketInHand')}</>}
        </p>
        {award.state === 'accepted' && (
          <form method="post" action={at('')} className="row">
            {OWN_VISA_STATES.filter((state) => state !== award.visa || award.visaAt === null).map((state) => (
              <button key={state} name="visa" value={state}>
                {t(`award.own.visaIs.${state}`)}
              </button>
            ))}
          </form>
        )}
      </Leaf>
      {reimbursed.length > 0 && (
        <Leaf id="receipts" title={t('award.own.receiptsTitle')}>
          <ReceiptList own={own} />
          {award.state === 'accepted' && (
            <p>
              <a className="btn" href={at('/receipts')}>
                {t('award.own.receiptsOpen')}
              </a>
            </p>
          )}
        </Leaf>
      )}
      {(award.reportDueOn !== null || award.reportedAt !== null) && (
        <Leaf id="report" title={t('award.own.reportTitle')}>
          <p>
            {award.reportedAt !== null
              ? t('award.own.reportThere', { when: when(award.reportedAt) })
              : t('award.own.reportDue', { day: formatDay(award.reportDueOn!, language) })}
          </p>
          <p>
            <a className="btn" href={at('/report')}>
              {t('award.own.reportOpen')}
            </a>
          </p>
        </Leaf>
      )}
      <Leaf id="name" title={t('award.own.nameTitle')}>
        <form method="post" action={at('/name')} className="flow">
          <p>{t(award.isPublic ? 'award.own.nameIs' : 'award.own.nameIsNot')}</p>
          <p>
            <button name="isPublic" value={award.isPublic ? 'no' : 'yes'}>
              {t(award.isPublic ? 'award.own.nameNo' : 'award.own.nameYes')}
            </button>
          </p>
        </form>
      </Leaf>
    </>
  )
}
