import { CLONE_PARTS, type ClonePart } from '#app/events/cloning/clone-parts.ts'
import type { KeptRelation } from '#app/events/cloning/clone-relations.server.ts'
import { ChecksField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  form: FormState
  title: string
  startsOn: string
  facts: { startsOn: string; endsOn: string; language: string; counts: Record<ClonePart, number>; files: number }
  relations: KeptRelation[]
}

/** What the next edition is called, when it begins, what comes along and what does not. */
export function CloneFields({ form, title, startsOn, facts, relations }: Props) {
  const { t, language } = usePage()
  return (
    <>
      <Leaf id="next" title={t('author.clone.next')} isWide>
        <TextField
          form={form}
          name="title"
          label={t('organize.title')}
          defaultValue={title}
          lang={facts.language}
          maxLength={200}
        />
        <TextField
          form={form}
          name="startsOn"
          type="date"
          label={t('organize.firstDay')}
          hint={t('author.clone.daysHint', {
            days: formatDays(facts.startsOn, facts.endsOn, language, { weekday: true }),
          })}
          defaultValue={startsOn}
        />
      </Leaf>
      <Leaf id="along" title={t('author.clone.along')} isWide>
        <p>{t('author.clone.always')}</p>
        <ChecksField
          form={form}
          name="parts"
          legend={t('author.clone.parts')}
          options={CLONE_PARTS.map((part) => ({
            value: part,
            label: (
              <>
                {t(`author.clone.part.${part}`)} <small>({facts.counts[part]})</small>
              </>
            ),
          }))}
          defaultValues={[...CLONE_PARTS]}
        />
        <p className="hint">{t('author.clone.needs')}</p>
      </Leaf>
      {relations.length > 0 && <Relations relations={relations} />}
      <Leaf id="behind" title={t('author.clone.behind')} isWide>
        <ul>
          {(['people', 'codes', 'mails', 'stream', 'team'] as const).map((what) => (
            <li key={what}>{t(`author.clone.left.${what}`)}</li>
          ))}
          {facts.files > 0 && <li>{t('author.clone.left.files', { count: facts.files })}</li>}
        </ul>
      </Leaf>
    </>
  )
}

function Relations({ relations }: { relations: KeptRelation[] }) {
  const { t } = usePage()
  return (
    <Leaf id="relations" title={t('workspace.related')} isWide>
      <ul>
        {relations.map(({ relation, from, to }) => (
          <li key={`${relation} ${from.id}`}>
            <b>{t(`author.relation.${relation}`)}</b>:{' '}
            {to === null
              ? t('author.clone.dropped', { from: from.title })
              : to.id === from.id
                ? t('author.clone.kept', { from: from.title })
                : t('author.clone.replaced', { from: from.title, to: to.title })}
          </li>
        ))}
      </ul>
    </Leaf>
  )
}
