/** What stands in a grid: a session's hours on the clock of its day, `24:00` at most. */
export interface GridSession {
  id: string
  startsTime: string
  endsTime: string
  room: string | null
}

/** A cell over one or more rows: the sessions in it, which overlap each other, or none where something could be added. */
export interface GridCell<Session> {
  room: string | null
  from: string
  to: string
  rows: number
  sessions: Session[]
}

export interface DayGrid<Session> {
  /** The columns: rooms in their order; null for what has none. */
  rooms: (string | null)[]
  /** Each row begins at a time of the day and holds the cells that begin there. */
  rows: { time: string; cells: GridCell<Session>[] }[]
}

/**
 * A day as a table: a column for each room, a row for each time at which something begins or ends. A session spans the
 * rows of its hours; what is held in one room at one time shares a cell.
 */
export function dayGrid<Session extends GridSession>(sessions: Session[], rooms: string[]): DayGrid<Session> {
  const held = Map.groupBy(sessions, ({ room }) => room || null)
  const unknown = [...held.keys()].flatMap((room) => (room === null || rooms.includes(room) ? [] : [room])).toSorted()
  const columns = [...(held.has(null) ? [null] : []), ...rooms, ...unknown]
  const times = [...new Set(sessions.flatMap((session) => [session.startsTime, endOf(session)]))].toSorted()
  const cells = columns.flatMap((room) => columnOf(room, held.get(room) ?? [], times))
  const starting = Map.groupBy(cells, ({ from }) => from)
  return { rooms: columns, rows: times.slice(0, -1).map((time) => ({ time, cells: starting.get(time) ?? [] })) }
}

function columnOf<Session extends GridSession>(
  room: string | null,
  sessions: Session[],
  times: string[],
): GridCell<Session>[] {
  const cells: GridCell<Session>[] = []
  const place = (time: string) => times.indexOf(time)
  const add = (from: string, to: string, held: Session[]) => {
    if (place(to) > place(from)) cells.push({ room, from, to, rows: place(to) - place(from), sessions: held })
  }
  let reached = times[0]!
  for (const { from, to, sessions: held } of clusters(sessions)) {
    add(reached, from, [])
    add(from, to, held)
    reached = to
  }
  add(reached, times.at(-1)!, [])
  return cells
}

/** Sessions that overlap, cluster after cluster. */
function clusters<Session extends GridSession>(sessions: Session[]) {
  const found: { from: string; to: string; sessions: Session[] }[] = []
  for (const session of sessions.toSorted((one, other) => (one.startsTime < other.startsTime ? -1 : 1))) {
    const [from, to] = [session.startsTime, endOf(session)]
    const last = found.at(-1)
    if (last && from < last.to) {
      last.sessions.push(session)
      if (to > last.to) last.to = to
    } else found.push({ from, to, sessions: [session] })
  }
  return found
}

/** What ends no later than it begins is shown as an hour, so that it is seen. */
function endOf({ startsTime, endsTime }: GridSession): string {
  if (endsTime > startsTime) return endsTime
  const hour = Number(startsTime.slice(0, 2)) + 1
  return hour >= 24 ? '24:00' : `${String(hour).padStart(2, '0')}${startsTime.slice(2)}`
}
