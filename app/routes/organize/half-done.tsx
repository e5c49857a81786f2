import type { HalfDoneDraft } from './half-done.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Over a form: what was left half done there, to be taken up or thrown away. */
export function HalfDoneOffer({
  draft,
  form,
  zone = 'UTC',
}: {
  draft: HalfDoneDraft | null
  /** The address of the form, without a language in front. */
  form: string
  /** On whose clock it is said when. */
  zone?: string
}) {
  const { t, path } = usePage()
  if (!draft) return null
  return (
    <Note>
      <p role={draft.taken ? 'status' : undefined}>
        {t(draft.taken ? 'author.half.taken' : 'author.half.left')} <Moment at={draft.savedAt} zone={zone} />
      </p>
      <form method="post" action={path(`/organize/drafts/discard?${new URLSearchParams({ form })}`)} className="row">
        {!draft.taken && (
          <>
            <a className="btn" href={path(`${form}${form.includes('?') ? '&' : '?'}half=1`)}>
              {t('author.half.takeUp')}
            </a>{' '}
          </>
        )}
        <button>{t('author.half.throwAway')}</button>
      </form>
    </Note>
  )
}

/**
 * Beside the button that sends a form: keeps it half done, by script some seconds after the typing stops. The route
 * names `autosave` in its `handle.scripts`.
 */
export function KeepHalfDone({ form }: { form: string }) {
  const { t, path } = usePage()
  return (
    <>
      <button
        formAction={path(`/organize/drafts?${new URLSearchParams({ form })}`)}
        formNoValidate
        data-saved={t('author.half.saved', { time: '{time}' })}
        data-unsaved={t('author.half.unsaved')}
      >
        {t('author.half.keep')}
      </button>{' '}
      <output className="mute" />
    </>
  )
}
