import { useDesk } from './desk.ts'
import type { Roster } from '#app/participants/rosters/find-roster.server.ts'
import { ChoiceField, TextArea } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

const TAGS: Record<Roster['decision'], TagKind> = { open: 'wait', go: 'ok', 'no-go': 'bad' }

/** Whether the event is held, in an organizer's word; it changes nothing by itself, so the ways to tell people stand beside it. */
export function RosterDecision({ roster, form }: { roster: Roster; form: FormState }) {
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  const { decision, decidedBy, decidedAt, note } = roster
  return (
    <Leaf id="decision" title={t('roster.decision')}>
      <p className="mute">{t('roster.decisionLead')}</p>
      <p>
        <Tag is={TAGS[decision]}>{t(`roster.decisions.${decision}`)}</Tag>
        {decidedAt && (
          <>
            <br />
            <small>
              {t('roster.decided', { name: decidedBy ?? '–', at: formatMoment(decidedAt, zone, language) })}
            </small>
          </>
        )}
      </p>
      {note && (
        <blockquote>
          <p dir="auto">{note}</p>
        </blockquote>
      )}
      {decision === 'no-go' && (
        <p className="row">
          {t('roster.noGoNext')} <a href={path(`/organize/${slug}/postpone`)}>{t('roster.toPostpone')}</a>{' '}
          <a href={path(`/organize/${slug}/cancel`)}>{t('roster.toCancel')}</a>
        </p>
      )}
      <form method="post" action={path(`/organize/${slug}/roster`)} className="narrow">
        <input type="hidden" name="version" value={roster.version} />
        <ChoiceField
          form={form}
          name="decision"
          legend={t('roster.choose')}
          defaultValue={decision}
          options={(['go', 'no-go'] as const).map((value) => ({ value, label: t(`roster.decisions.${value}`) }))}
        />
        <TextArea
          form={form}
          name="note"
          label={t('roster.note')}
          hint={t('roster.noteHint')}
          maxLength={500}
          rows={3}
          isOptional
        />
        <p className="after">
          <button className="go">{t('roster.decide')}</button>
        </p>
      </form>
    </Leaf>
  )
}
