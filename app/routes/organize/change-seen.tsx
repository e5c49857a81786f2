import type { Preview } from './change-preview.tsx'
import type { ChangeKind } from '#app/participants/changes/planned-change.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { placeLine } from '#app/ui/place.ts'
import { offsetName } from '#app/values/moment.ts'

type Rehearsal = NonNullable<Preview['rehearsal']>

/** What everybody sees afterwards, on the page and in calendars. */
export function ChangeSeen({ kind, preview, rehearsal }: { kind: ChangeKind; preview: Preview; rehearsal: Rehearsal }) {
  const { t } = usePage()
  const { before, after, sessions, calendarMail } = rehearsal
  return (
    <>
      <Leaf id="seen" title={t('standing.preview.everybody')} isWide>
        <p>
          {kind === 'move'
            ? t('standing.movePublic')
            : kind === 'cancel'
              ? t('organize.cancelPublic')
              : t(`standing.${kind}Public` as 'standing.postponePublic')}
        </p>
        {kind === 'move' && <OldAndNew rehearsal={rehearsal} />}
      </Leaf>
      <Leaf id="calendars" title={t('standing.preview.calendars')} isWide>
        <p>
          {t(kind === 'cancel' || kind === 'postpone' ? 'standing.preview.entryOff' : 'standing.preview.entryNew')}{' '}
          {preview.told.total > 0 &&
            t(calendarMail === 'invitation' ? 'standing.preview.byInvitation' : 'standing.preview.byFile')}
        </p>
        <dl>
          <dt>{t('standing.preview.sequence')}</dt>
          <dd className="nowrap" dir="ltr">
            {before.sequence} → {after.sequence}
          </dd>
          <dt>{t('standing.preview.sessions')}</dt>
          <dd>{sessions}</dd>
        </dl>
      </Leaf>
    </>
  )
}

function OldAndNew({ rehearsal: { before, after } }: { rehearsal: Rehearsal }) {
  const { t, language } = usePage()
  const when = (facts: Rehearsal['before']) =>
    [
      formatDays(facts.startsOn, facts.endsOn, language, { weekday: true }),
      [facts.startsTime, facts.endsTime].filter(Boolean).join('–'),
      `${facts.zone} (${offsetName(facts.startsAt, facts.zone)})`,
    ].filter(Boolean)
  const where = (facts: Rehearsal['before']) =>
    [
      t(`organize.formats.${facts.format}`),
      facts.venue,
      facts.address,
      placeLine({ ...facts }, t, language),
      facts.onlineUrl,
    ].filter(Boolean)
  const rows = [
    [t('standing.when'), when(before), when(after)],
    [t('standing.where'), where(before), where(after)],
  ] as const
  return (
    <ScrollTable labelledBy="seen">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('standing.preview.old')}</th>
          <th scope="col">{t('standing.preview.new')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, old, now]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <Lines lines={old} />
            </td>
            <td>
              {String(old) === String(now) ? (
                <span className="mute">{t('standing.preview.same')}</span>
              ) : (
                <Lines lines={now} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Lines({ lines }: { lines: (string | null)[] }) {
  return lines.map((line, at) => (
    <span key={at}>
      {at > 0 && <br />}
      <bdi className="any">{line}</bdi>
    </span>
  ))
}
