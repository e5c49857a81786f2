import { useDesk } from './desk.ts'
import type { AwardInFull } from '#app/scholarships/awards/read-award.server.ts'
import { CAME } from '#app/scholarships/awards/award-list.ts'
import { VISA_STATES } from '#app/scholarships/awards/visa-states.ts'
import { CheckField, SelectField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Visa, ticket, attendance, report and name of the holder, as far as they are known. */
export function AwardStanding({ award, form }: { award: AwardInFull; form: FormState }) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const address = path(`/organize/${slug}/awards/${award.id}`)
  const isStanding = ['offered', 'accepted', 'ended'].includes(award.state)
  const isTaken = award.state !== 'offered'
  return (
    <>
      {isStanding && (
        <Leaf id="standing" title={t('award.one.standing')}>
          <form method="post" action={address} className="flow">
            <SelectField
              form={form}
              name="visa"
              label={t('award.visa')}
              options={VISA_STATES.map((value) => ({ value, label: t(`award.visas.${value}`) }))}
              defaultValue={award.visa}
            />
            <CheckField form={form} name="isInHand" defaultValue={award.ticketInHandAt === null ? null : 'on'}>
              {t('award.one.ticketInHand')}
            </CheckField>
            {isTaken && (
              <SelectField
                form={form}
                name="attended"
                label={t('award.attended')}
                options={CAME.map((value) => ({ value, label: t(`award.came.${value}`) }))}
                defaultValue={award.attended}
              />
            )}
            <p>
              <button className="go">{t('award.one.save')}</button>
            </p>
          </form>
        </Leaf>
      )}
      {isStanding && isTaken && (
        <Leaf id="report" title={t('award.one.reportTitle')}>
          {award.reportText === null && !award.hasReportFile && (
            <p>
              {t('award.one.noReport')}
              {award.reportDueOn !== null && (
                <> {t('award.own.reportDue', { day: formatDay(award.reportDueOn, language) })}</>
              )}
            </p>
          )}
          {award.reportText?.split(/\n+/).map((text, at) => (
            <p key={at} dir="auto">
              {text}
            </p>
          ))}
          {award.hasReportFile && (
            <p>
              <a href={`${address}/report`}>{t('award.one.reportFile')}</a>
            </p>
          )}
          <p className="hint">{t(award.isPublic ? 'award.one.published' : 'award.one.notPublished')}</p>
        </Leaf>
      )}
    </>
  )
}
