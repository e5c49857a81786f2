import { PageHead } from './page-head.tsx'
import type { planned } from './assignment-plan.server.ts'
import { useCall } from './use-call.ts'
import { ASSIGN_BY } from '#app/applications/reviews/plan-assignment.ts'
import { Note } from '#app/ui/note.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

interface Props {
  plan: Awaited<ReturnType<typeof planned>>
  form: FormState
  page: 'assign' | 'thirds'
}

/** Who would get how many, before anybody does. */
export function AssignmentPlan({ plan, form, page }: Props) {
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const list = path(`/organize/${slug}/calls/${call.slug}/reviews`)
  const address = `${list}/${page}`
  return (
    <>
      <PageHead
        form={form}
        title={t(`reviewing.organize.${page}Title`)}
        lead={t(`reviewing.organize.${page}Lead`, { each: plan.each, gap: plan.thirdGap ?? 100 })}
      />
      <form action={address} className="row filt" aria-label={t('reviewing.organize.by')}>
        <div>
          <label htmlFor="by">{t('reviewing.organize.by')}</label>
          <select id="by" name="by" defaultValue={plan.by}>
            {ASSIGN_BY.map((by) => (
              <option key={by} value={by}>
                {t(`reviewing.organize.ways.${by}`)}
              </option>
            ))}
          </select>
        </div>
        <button>{t('reviewing.organize.showPlan')}</button>
      </form>
      {plan.short > 0 && (
        <Note is="warn">
          <p>{t('reviewing.organize.short', { count: plan.short })}</p>
        </Note>
      )}
      <ScrollTable label={t(`reviewing.organize.${page}Title`)}>
        <thead>
          <tr>
            <th scope="col">{t('reviewing.organize.name')}</th>
            <th scope="col" className="num">
              {t('reviewing.organize.has')}
            </th>
            <th scope="col" className="num">
              {t('reviewing.organize.more')}
            </th>
            <th scope="col" className="num">
              {t('reviewing.organize.afterwards')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(({ accountId, name, load, more }) => (
            <tr key={accountId}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="num">{load}</td>
              <td className="num">{more}</td>
              <td className="num">{load + more}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <form method="post" action={address} className="after">
        <input type="hidden" name="by" value={plan.by} />
        <p className="row">
          {plan.pairs > 0 && (
            <button className="go">{t('reviewing.organize.assignButton', { count: plan.applications })}</button>
          )}{' '}
          <a href={list}>{t('organize.back')}</a>
        </p>
        {plan.pairs === 0 && <p className="mute">{t('reviewing.organize.nothing')}</p>}
      </form>
    </>
  )
}
