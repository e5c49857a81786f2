import type { changePreview } from './change-flow.server.ts'
import { ChangeMoney } from './change-money.tsx'
import { ChangePeople } from './change-people.tsx'
import { ChangeSeen } from './change-seen.tsx'
import { useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import type { ChangeKind } from '#app/participants/changes/planned-change.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

export type Preview = Awaited<ReturnType<ReturnType<typeof changePreview>>>

/** What a change would do: what everybody sees, who is told what, what hangs on it. Nothing is done before its button. */
export function ChangePreview({ kind, preview, form }: { kind: ChangeKind; preview: Preview; form: FormState }) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const { address, seen, rehearsal, refusals, told } = preview
  const button =
    kind === 'cancel'
      ? t('organize.cancelButton', { count: told.total })
      : t(`standing.${kind}Button` as 'standing.moveButton')
  return (
    <>
      <PageHead form={form} title={t('standing.preview.title')} lead={t('standing.preview.lead')} />
      {rehearsal === null ? (
        <Note is="warn">
          {refusals.map(({ code }) => (
            <p key={code}>{sentenceOf(`refusal.${code}`, t, language)}</p>
          ))}
        </Note>
      ) : (
        <>
          <ChangeSeen kind={kind} preview={preview} rehearsal={rehearsal} />
          <ChangePeople preview={preview} mail={rehearsal.mail} />
          <Hanging kind={kind} preview={preview} />
          <ChangeMoney kind={kind} effects={preview.effects} />
        </>
      )}
      <form method="post" action={path(`${address}/preview`)} className="after">
        <input type="hidden" name="seen" value={seen} />
        <p className="row">
          {rehearsal !== null && <button className="go">{button}</button>}{' '}
          <a className="btn" href={path(address)}>
            {t('standing.preview.back')}
          </a>{' '}
          <a href={path(`/organize/${slug}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}

/** Seats, the queue, vouchers, and who may have prepared the journey. */
function Hanging({ kind, preview: { effects } }: { kind: ChangeKind; preview: Preview }) {
  const { t } = usePage()
  const { confirmed, held, waiting, vouchers, letters, awards } = effects
  const isEnd = kind === 'cancel'
  return (
    <>
      <Leaf id="seats" title={t('standing.preview.seats')} isWide>
        <p>{t(isEnd ? 'standing.preview.seatsEnd' : 'standing.preview.seatsStay')}</p>
        <Kpis
          items={[
            { label: t('standing.preview.confirmed'), value: confirmed },
            { label: t('standing.preview.held'), value: held },
            {
              label: t('standing.preview.waiting'),
              value: waiting,
              ...(isEnd ? { detail: t('standing.preview.waitingTold') } : {}),
            },
            { label: t('standing.preview.vouchers'), value: vouchers },
          ]}
        />
      </Leaf>
      <Leaf id="journey" title={t('standing.preview.journey')} isWide>
        <Kpis
          items={[
            { label: t('standing.preview.letters'), value: letters },
            { label: t('standing.preview.awards'), value: awards },
          ]}
        />
        <p className="hint">{t('standing.preview.journeyHint')}</p>
      </Leaf>
    </>
  )
}
