import { usePage } from '#app/ui/use-page.ts'

/** Where a hand scanner types: the field has the focus, and Enter sends it. */
export function CheckInScan({ slug, desk, door }: { slug: string; desk: string; door: string }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path(`/organize/${slug}/check-in`)}>
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="slot" value={door} />
      <div className="field">
        <label htmlFor="code">{t('checkIn.code')}</label>
        <div className="row seek">
          {/* A scanner types wherever the focus is. */}
          <input
            id="code"
            name="code"
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-describedby="code-hint"
          />
          <button className="go">{t('checkIn.enter')}</button>
        </div>
        <p className="hint" id="code-hint">
          {t('checkIn.codeHint')}
        </p>
      </div>
    </form>
  )
}
