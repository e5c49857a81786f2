import type { ParticipantData } from './participant.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What stands in the head of the page. */
const IN_HEAD = ['fullName', 'latinName', 'calledName', 'pronunciation']

/** What the reader sees of a participant: first who it is, then what they answered. */
export function PersonFacts({ person, purpose }: ParticipantData) {
  const { t } = usePage()
  const said = person.columns.filter(({ key }) => !IN_HEAD.includes(key) && person.cells[key] !== '')
  const isAnswer = ({ key }: { key: string }) => key.startsWith('answer:') || key === 'laptop'
  return (
    <>
      <Leaf id="about" title={t('list.one.about')}>
        <Facts person={person} columns={said.filter((column) => !isAnswer(column))} />
      </Leaf>
      {purpose === 'teaching' && (
        <Leaf id="answers" title={t('list.one.answers')}>
          {said.some(isAnswer) ? (
            <Facts person={person} columns={said.filter(isAnswer)} />
          ) : (
            <p className="mute">{t('list.one.noAnswers')}</p>
          )}
        </Leaf>
      )}
    </>
  )
}

function Facts({
  person,
  columns,
}: {
  person: ParticipantData['person']
  columns: ParticipantData['person']['columns']
}) {
  const { t } = usePage()
  return (
    <dl>
      {columns.map(({ key, label, kind }) => {
        const cell = person.cells[key]
        const text = kind === 'yesno' && (cell === 'yes' || cell === 'no') ? t(`teach.${cell}`) : cell
        return [
          <dt key={key}>
            <bdi>{label}</bdi>
          </dt>,
          <dd key={`${key} said`}>
            {key === 'email' ? (
              <a href={`mailto:${text}`}>
                <bdi dir="ltr">{text}</bdi>
              </a>
            ) : (
              <bdi>{text}</bdi>
            )}
          </dd>,
        ]
      })}
    </dl>
  )
}
