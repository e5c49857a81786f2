import { Fragment, type ReactNode } from 'react'
import { missingWords, scoreText, STATE_TAGS } from './application-words.ts'
import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { categoryOf } from '#app/applications/desk/application-filter.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** Where an application stands, what its applicant wishes for, what is missing, how far its reviews are. */
export function ApplicationStanding(shown: ApplicationData) {
  const { application, choices, choiceIds, members, reviews, sections } = shown
  const { slug, call, zone } = useCall()
  const { t, path, language } = usePage()
  const questions = sections.flatMap((section) => section.questions)
  const { residence, category, askedMinor, askedCurrency, submittedAt, withdrawnAt, team, score } = application
  const done = reviews.map(({ state, count }) => t(`applicants.one.reviewStates.${state}`, { count }))
  const facts: [label: string, value: ReactNode][] = [
    [
      t('applicants.columns.state'),
      <Tag key="state" is={STATE_TAGS[application.state]}>
        {t(`applicants.states.${application.state}`)}
      </Tag>,
    ],
    [t('applicants.columns.submitted'), submittedAt && <Moment key="submitted" at={submittedAt} zone={zone} />],
    [t('applicants.states.withdrawn'), withdrawnAt && <Moment key="withdrawn" at={withdrawnAt} zone={zone} />],
    [
      t('applicants.columns.missing'),
      application.missing.length > 0 && (
        <bdi>{application.missing.map((code) => missingWords(code, { t, questions })).join('; ')}</bdi>
      ),
    ],
    [
      t('applicants.columns.wishes'),
      choiceIds.length > 0 && (
        <bdi>
          {choiceIds
            .map((id, at) => `${at + 1}. ${choices.find((choice) => choice.id === id)?.name ?? ''}`)
            .join(t('common.listSeparator'))}
        </bdi>
      ),
    ],
    [t('applicants.columns.country'), residence && countryName(residence, language)],
    [t('applicants.columns.category'), category !== '' && t(`applicants.categories.${categoryOf(category)}`)],
    [t('applicants.columns.language'), languageName(application.language, language)],
    [t('applicants.columns.channel'), t(`applicants.channels.${application.channel}`)],
    [
      t('applicants.columns.asked'),
      askedMinor !== null && askedCurrency !== null && (
        <Price key="asked" money={{ amountMinor: askedMinor, currency: askedCurrency }} />
      ),
    ],
    [
      t('applicants.one.team', { code: team ?? '' }),
      team !== null &&
        members.map(({ id, fullName, state }) => (
          <div key={id}>
            <a href={path(`/organize/${slug}/calls/${call.slug}/applications/${id}`)}>
              <bdi>{fullName || t('applicants.nobody')}</bdi>
            </a>{' '}
            <small>{t(`applicants.states.${state}`)}</small>
          </div>
        )),
    ],
    [
      t('applicants.one.reviews'),
      <>
        {done.length === 0 ? t('applicants.one.noReviews') : done.join(t('common.listSeparator'))}
        {score !== null && <> · {t('applicants.one.score', { score: scoreText(score) })}</>}
      </>,
    ],
  ]
  return (
    <Leaf id="facts" title={t('applicants.one.facts')}>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
      {application.note && (
        <p>
          <b>{t('applicants.one.note')}</b>
          {application.note.split('\n').map((line, at) => (
            <Fragment key={at}>
              <br />
              <bdi>{line}</bdi>
            </Fragment>
          ))}
        </p>
      )}
    </Leaf>
  )
}
