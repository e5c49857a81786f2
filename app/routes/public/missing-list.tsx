import type { Missing } from '#app/applications/form/what-is-missing.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What an application lacks, each a link to where it is put right; with a title where a `lead` says more of it. */
export function MissingList({
  missing,
  address,
  lead,
}: {
  missing: Missing[]
  address: (page: string) => string
  lead?: string
}) {
  const { t } = usePage()
  if (missing.length === 0)
    return (
      <Note is="ok">
        <p>{t('application.review.nothingMissing')}</p>
      </Note>
    )
  return (
    <Note is="warn">
      {lead && (
        <>
          <h3>{t('application.review.missing')}</h3>
          <p>{lead}</p>
        </>
      )}
      <ul>
        {missing.map((one) => (
          <li key={one.code}>
            <a href={address(`/form/${one.step}`)}>
              <MissingWord missing={one} />
            </a>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function MissingWord({ missing: { code, label, message } }: { missing: Missing }) {
  const { t } = usePage()
  const plain = (['choice', 'referee', 'employer', 'letter', 'release'] as const).find((one) => one === code)
  if (plain) return t(`application.review.code.${plain}`)
  if (message === null) return <bdi>{label}</bdi>
  return t('application.review.wrong', { label: isolate(label ?? ''), message: sentenceOf(message, t) })
}
