import { useActionData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { useDesk } from './desk.ts'
import type { removing } from './removing.server.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

interface Props {
  name: string
  title: string
  button: string
  lead: string
  /** The page of what is left, of the same event. */
  list: string
  isBlocked?: boolean
}

/** The page that asks once more before something of an event is removed; `removing` is its action. */
export function Removal({ name, title, button, lead, list, isBlocked = false }: Props) {
  const form = useActionData<ReturnType<typeof removing>>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  return (
    <Confirm form={form} title={title} button={button} back={`/organize/${slug}/${list}`} isBlocked={isBlocked}>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{lead}</p>
    </Confirm>
  )
}
