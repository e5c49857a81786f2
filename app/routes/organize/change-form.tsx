import type { ReactNode } from 'react'
import { useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { Telling } from './telling.tsx'
import type { ChangeKind } from '#app/participants/changes/planned-change.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

const TELLS = { move: 'now', postpone: 'now', reinstate: 'again' } as const

/** The first step of a change of a public event: the facts, whether people are told, and a word of one's own to them. */
export function ChangeForm({
  kind,
  form,
  title,
  lead,
  why,
  told,
  languages,
  wasCancelled = false,
  children = null,
}: {
  kind: ChangeKind
  form: FormState
  title: string
  lead: string
  /** Why it cannot be done now; null when it can. */
  why: string | null
  told: number
  languages: string[]
  wasCancelled?: boolean
  children?: ReactNode
}) {
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  if (why !== null)
    return (
      <>
        <PageHead form={form} title={title} />
        <Note is="warn">
          <p>{why}</p>
        </Note>
        <p className="row after">
          <a href={path(`/organize/${slug}`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </>
    )
  return (
    <>
      <PageHead form={form} title={title} lead={lead} />
      <form method="post" action={path(`/organize/${slug}/${kind}`)}>
        {children}
        {told > 0 && (
          <Leaf id="word" title={t('standing.word')} isWide>
            <p className="hint">{t('standing.wordHint')}</p>
            {languages.map((code) => (
              <TextArea
                key={code}
                form={form}
                name={`words.${code}`}
                label={languageName(code, language)}
                lang={code}
                rows={3}
                maxLength={1000}
                isOptional
              />
            ))}
          </Leaf>
        )}
        {kind !== 'cancel' && (
          <Telling form={form} count={told} told={kind === 'reinstate' && !wasCancelled ? 'now' : TELLS[kind]} />
        )}
        <p className="row after">
          <button className="go">{t('standing.toPreview')}</button>{' '}
          <a href={path(`/organize/${slug}`)}>{t('organize.leaveAsIs')}</a>
        </p>
        <p className="hint">{t('standing.nothingYet')}</p>
      </form>
    </>
  )
}
