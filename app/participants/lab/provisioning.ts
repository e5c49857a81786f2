import type { Lab } from './lab-queries.server.ts'
import { loginName } from './seat-facts.ts'

/** What a script needs to set a lab up, and nothing of who sits there but whether somebody does. */
export interface ProvisionedSeat {
  label: string
  login: string
  machine: string
  address_range: string
  zone_name: string
  row: number
  column: number
  group: string
  taken: boolean
}

export function provisioning(lab: Lab): ProvisionedSeat[] {
  return lab.seats.map(({ label, machine, addressRange, zoneName, gridRow, gridColumn, person }) => ({
    label,
    login: loginName(label),
    machine,
    address_range: addressRange,
    zone_name: zoneName,
    row: gridRow,
    column: gridColumn,
    group: person?.group ?? '',
    taken: person !== null,
  }))
}
