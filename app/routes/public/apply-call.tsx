import type { ReactNode } from 'react'
import type { ApplyView } from './apply.server.ts'
import { standingOf } from './call-standing.ts'
import { RuleText } from '#app/ui/rule-text.tsx'
import { CallDeadline, callDeadline, callMoment } from '#app/ui/call-moment.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { ANYWHERE_ON_EARTH } from '#app/values/closing-zone.ts'

type Shown = NonNullable<ApplyView['call']>

/** What a call is about, whom it is for, what it gives, by when and how it is decided; `children` is where one begins. */
export function ApplyCall({ view, call, children }: { view: ApplyView; call: Shown; children: ReactNode }) {
  const page = usePage()
  const { t, path, language } = page
  const { event } = view
  const query = new URLSearchParams({ call: call.slug })
  const words = foreign(call.language, language)
  return (
    <>
      <div className="flow get">
        <Note is={call.window === 'open' ? 'ok' : undefined}>
          <p>
            <b>{standingOf(page, call, event)}</b>
          </p>
          {call.window === 'open' && (
            <p className="row">
              <a className="btn go" href="#check">
                {t('application.check.title')}
              </a>{' '}
              <a href={path('/applications/continue')}>{t('application.apply.goOn')}</a>
            </p>
          )}
        </Note>
      </div>
      {call.description && (
        <Leaf id="about" title={t('application.apply.about')}>
          <Markdown text={call.description} />
        </Leaf>
      )}
      {call.choices.length > 1 && (
        <Leaf id="choices" title={t('application.apply.choices')}>
          <p>{t('application.apply.youMayRank', { count: call.choicesMaximum })}</p>
          <ul>
            {call.choices.map(({ code, name, description, taughtIn, seats, isClosed }) => (
              <li key={code}>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <small>
                  {[
                    taughtIn && t('application.apply.taughtIn', { language: languageName(taughtIn, language) }),
                    seats !== null && t('application.apply.seats', { count: seats }),
                    isClosed && t('application.form.closedChoice'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                {description && <p {...words}>{description}</p>}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      {call.gives.length > 0 && (
        <Leaf id="gives" title={t('application.apply.gives')}>
          <ul>
            {call.gives.map(({ code, name, description }) => (
              <li key={code}>
                <b>
                  <bdi>{name}</bdi>
                </b>
                {description && <p {...words}>{description}</p>}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      <Leaf id="who" title={t('application.apply.who')}>
        {call.rules.length === 0 ? (
          <p>{t('application.apply.everybody')}</p>
        ) : (
          <ul>
            {call.rules.map((rule) => (
              <li key={rule.kind}>
                <RuleText rule={rule} letters={call.refereesWanted} />
              </li>
            ))}
          </ul>
        )}
      </Leaf>
      <Leaf id="dates" title={t('application.apply.dates')}>
        <Dates call={call} event={event} />
      </Leaf>
      <Leaf id="how" title={t('application.apply.how')}>
        {call.deciding && <Markdown text={call.deciding} />}
        {call.criteria.length > 0 && (
          <table>
            <tbody>
              {call.criteria.map(({ code, label, help, maximum }) => (
                <tr key={code}>
                  <th scope="row">
                    <bdi>{label}</bdi>
                    {help && (
                      <>
                        {' '}
                        <small>
                          <bdi>{help}</bdi>
                        </small>
                      </>
                    )}
                  </th>
                  <td className="num">
                    <bdi dir="ltr">{t('application.apply.outOf', { maximum })}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {call.hidden.length > 0 && (
          <p>
            {t('application.apply.blind', {
              fields: call.hidden
                .map((field) => t(`application.apply.hidden.${field}`))
                .join(t('common.listSeparator')),
            })}
          </p>
        )}
      </Leaf>
      <Leaf id="takes" title={t('application.apply.takes')}>
        <p>{t('application.apply.takesText', { count: call.pages + 1 })}</p>
        <p>
          {t('application.apply.plainText')}{' '}
          <a href={path(`/events/${event.slug}/${view.page}.txt?${query}`)}>{t('application.apply.plainTextLink')}</a>
          {' · '}
          <a href={path(`/events/${event.slug}/${view.page}/text?${query}`)}>{t('application.apply.plainTextBack')}</a>
        </p>
        {event.contactEmail && (
          <p>
            <a href={`mailto:${event.contactEmail}?subject=${encodeURIComponent(isolate(call.title))}`}>
              {t('application.apply.ask')}
            </a>
          </p>
        )}
      </Leaf>
      {children}
    </>
  )
}

function Dates({ call, event }: { call: Shown; event: ApplyView['event'] }) {
  const page = usePage()
  const { t } = page
  const place = { closesZone: call.closesZone, zone: event.zone, city: event.city }
  // What an applicant must keep is said on every clock that matters; what we keep, on the call's.
  const rows = [
    { label: t('application.apply.opensAt'), at: call.opensAt, say: callMoment },
    { label: t('application.apply.closesAt'), at: call.closesAt, say: null },
    {
      label: t('application.apply.lettersUntil'),
      at: call.refereesWanted > 0 ? call.refereesUntilAt : null,
      say: null,
    },
    { label: t('application.apply.reviewUntil'), at: call.reviewUntilAt, say: callDeadline },
    { label: t('application.apply.decideAt'), at: call.decideAt, say: callDeadline },
  ]
  return (
    <>
      <ul role="list" className="flow">
        {rows.map(
          ({ label, at, say }) =>
            at && (
              <li key={label}>
                <b>{label}</b>
                <br />
                {say ? <time dateTime={at}>{say(page, at, place)}</time> : <CallDeadline at={at} place={place} />}
              </li>
            ),
        )}
      </ul>
      {call.closesZone === ANYWHERE_ON_EARTH && <p className="hint">{t('application.apply.aoe')}</p>}
      {call.closesAt && call.graceMinutes > 0 && (
        <p className="hint">{t('application.apply.grace', { count: call.graceMinutes })}</p>
      )}
    </>
  )
}
