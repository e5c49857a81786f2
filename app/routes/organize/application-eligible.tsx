import { ELIGIBILITY_TAGS } from './application-words.ts'
import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Whether the applicant is eligible: rule by rule, and what a person has said of it. */
export function ApplicationEligibility({ application }: ApplicationData) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const { eligibility, reasons, judge, eligibilityBy, eligibilityNote } = application
  return (
    <Leaf id="eligibility" title={t('applicants.one.eligibility')}>
      <p>
        <Tag is={ELIGIBILITY_TAGS[eligibility]}>{t(`applicants.eligibilities.${eligibility}`)}</Tag>{' '}
        {eligibilityBy !== null &&
          t('applicants.one.byPerson', {
            name: isolate(judge ?? t('team.log.actors.account')),
            reason: isolate(eligibilityNote),
          })}
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ rule, is }) => (
            <li key={rule}>
              {t('common.labelled', { label: t(`applicants.one.rules.${rule}`), text: t(`applicants.one.met.${is}`) })}
            </li>
          ))}
        </ul>
      )}
      <p className="noprint">
        <a href={path(`/organize/${slug}/calls/${call.slug}/applications/${application.id}/eligibility`)}>
          {t('applicants.one.overrule')}
        </a>
      </p>
    </Leaf>
  )
}
