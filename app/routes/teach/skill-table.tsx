import type { SkillsData } from './skills.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Person by skill, a page of people at a time. */
export function SkillTable({ frame, columns, rows }: SkillsData) {
  const { t, path } = usePage()
  if (columns.length === 0 || rows.length === 0) return null
  return (
    <div className="scroll" role="group" aria-label={t('list.skills.matrix')} tabIndex={0}>
      <table className="grid">
        <caption>{t('list.skills.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('list.fields.fullName')}</th>
            {columns.map(({ key, label, from }) => (
              <th key={key} scope="col">
                <bdi>{label}</bdi>
                <br />
                <small>{t(`list.skills.from.${from}`)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, fullName, latinName, said }) => (
            <tr key={code}>
              <th scope="row">
                <a href={path(`/teach/${frame.event.slug}/participants/${code}`)}>
                  <bdi>{fullName || code}</bdi>
                </a>
                {latinName && (
                  <>
                    <br />
                    <small>
                      <bdi>{latinName}</bdi>
                    </small>
                  </>
                )}
              </th>
              {said.map((one, at) => (
                <td key={columns[at]!.key}>
                  <bdi>{one}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
