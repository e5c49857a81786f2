import { Fragment, type ReactNode } from 'react'
import { useDesk } from './desk.ts'
import { RegistrationAnswers } from './registration-answers.tsx'
import { STATE_TAGS } from './registrations-words.ts'
import type { RegistrationData } from './registration.tsx'
import { TOLD } from '#app/registrations/on-behalf/to-order.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** Who it is, what they hold and why, what they said. */
export function RegistrationFacts(shown: RegistrationData) {
  const { seat, ticketTypes, tracks, proof, consents, seats } = shown
  const { slug, zone, rights } = useDesk()
  const { t, path, language } = usePage()
  const track = tracks.find(({ id }) => id === seat.trackId)
  const nameOf = (id: string) => ticketTypes.find((type) => type.id === id)?.name ?? ''
  const mayOrganize = rights.includes('organize')
  const whence = [seat.affiliation, seat.country && countryName(seat.country, language)].filter(Boolean).join(', ')
  const own = [seat.id, seat.mainRegistrationId]
  const beside = seats.filter(
    (one) => one.id !== seat.id && (own.includes(one.mainRegistrationId) || one.id === seat.mainRegistrationId),
  )
  const facts: [label: string, value: ReactNode][] = [
    [
      t('registrant.columns.state'),
      <>
        <Tag is={STATE_TAGS[seat.state]}>{t(`organize.states.${seat.state}`)}</Tag>{' '}
        <small>
          <SeatWhy seat={seat} />
        </small>
      </>,
    ],
    [t('organize.ticket'), <bdi key="ticket">{nameOf(seat.ticketTypeId)}</bdi>],
    [t('organize.track'), track && <bdi key="track">{`${track.code}: ${track.title}`}</bdi>],
    ...beside.map((one): [string, ReactNode] => [
      t(one.id === seat.mainRegistrationId ? 'registrant.goesWith' : 'registrant.hasBeside'),
      <a key={one.id} href={path(`/organize/${slug}/registrations/${one.id}`)}>
        <bdi>{nameOf(one.ticketTypeId)}</bdi>
      </a>,
    ]),
    [
      t('registrant.columns.email'),
      seat.email && (
        <a key="email" href={`mailto:${seat.email}`}>
          <bdi dir="ltr">{seat.email}</bdi>
        </a>
      ),
    ],
    [t('organize.whence'), whence !== '' && <bdi key="whence">{whence}</bdi>],
    [t('registrant.columns.language'), languageName(seat.language, language)],
    [t('registrant.columns.registered'), <Moment key="registered" at={seat.createdAt} zone={zone} />],
    [
      t('registrant.columns.proof'),
      proof && (
        <>
          {t(`registrant.proofs.${proof.state}`)}{' '}
          {mayOrganize && <a href={path(`/organize/${slug}/proofs/${proof.id}`)}>{t('registrant.lookAt')}</a>}
        </>
      ),
    ],
    ...consents.map(({ kind, isGiven, version }): [string, ReactNode] => [
      t(`registrant.consents.${kind}`),
      <>
        {t(isGiven ? 'teach.yes' : 'teach.no')}{' '}
        <small>{version.endsWith(TOLD) ? t('registrant.toldBy') : <bdi>{version}</bdi>}</small>
      </>,
    ]),
  ]
  return (
    <>
      <Leaf id="person" title={t('registrant.person')}>
        <dl>
          {facts
            .filter(([, value]) => value)
            .map(([label, value], at) => (
              <Fragment key={at}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
        </dl>
        {mayOrganize && (
          <>
            {seat.note && (
              <p>
                <b>{t('registrant.columns.note')}</b>
                <br />
                <bdi>{seat.note}</bdi>
              </p>
            )}
            <p className="noprint">
              <a href={path(`/organize/${slug}/registrations/${seat.id}/note`)}>
                {t(seat.note ? 'registrant.act.editNote' : 'registrant.act.addNote')}
              </a>
            </p>
          </>
        )}
      </Leaf>
      <RegistrationAnswers {...shown} />
    </>
  )
}

/** Why the seat is in its state, and since or until when. */
function SeatWhy({ seat }: Pick<RegistrationData, 'seat'>) {
  const { zone } = useDesk()
  const { t } = usePage()
  const at = { held: seat.heldUntil, confirmed: seat.confirmedAt }[seat.state as 'held'] ?? seat.endedAt
  if (!at) return null
  return (
    <>
      {t(`registrant.why.${seat.state}`)} <Moment at={at} zone={zone} />
    </>
  )
}
