import { useDesk } from './desk.ts'
import { RELATIONS } from '#app/events/related/relation-form.ts'
import type { searchEvents } from '#app/events/related/seen-events.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** First the words of a title, then which of the events that have them, and where it stands. */
export function RelatedSearch({
  form,
  words,
  found,
}: {
  form: FormState
  words: string
  found: Awaited<ReturnType<typeof searchEvents>>
}) {
  const { slug } = useDesk()
  const { t, language, path } = usePage()
  const base = `/organize/${slug}/related`
  return (
    <>
      <form className="row filt" role="search" action={path(`${base}#add`)}>
        <div>
          <label htmlFor="q">{t('organize.searchTitle')}</label>
          <input id="q" name="q" type="search" defaultValue={words} dir="auto" />
        </div>
        <button>{t('author.related.search')}</button>
      </form>
      {words !== '' && found.length === 0 && <p role="status">{t('author.related.nothing', { words })}</p>}
      {found.length > 0 && (
        <form method="post" action={path(`${base}?${new URLSearchParams({ q: words })}`)}>
          <ChoiceField
            form={form}
            name="other"
            legend={t('author.related.which')}
            options={found.map((event) => ({
              value: event.id,
              label: <bdi lang={event.titleLanguage}>{event.title}</bdi>,
              detail: formatDays(event.startsOn, event.endsOn, language),
            }))}
          />
          <ChoiceField
            form={form}
            name="relation"
            legend={t('author.related.where')}
            options={RELATIONS.map((relation) => ({
              value: relation,
              label: t(`author.relation.${relation}`),
              detail: t(`author.relationDetail.${relation}`),
            }))}
          />
          <p className="row after">
            <button className="go">{t('author.related.save')}</button>
          </p>
        </form>
      )}
    </>
  )
}
