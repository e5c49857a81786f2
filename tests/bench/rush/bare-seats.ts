import SQLite from 'better-sqlite3'
import { createConnection } from 'mysql2/promise'

/** One form as the barest program reads it. */
export interface BareOrder {
  id: string
  formKey: string
  email: string
  fullName: string
  country: string
}

/** Writes orders in one transaction: insert, insert, one guarded update for all, commit. False when the sum does not fit. */
export type TakeSeats = (orders: BareOrder[]) => Promise<boolean>

export const BARE_TABLES = [
  'create table bare_quotas (id int primary key, size int not null, taken int not null)',
  'create table bare_orders (id char(36) primary key, form_key varchar(64) not null unique, email varchar(200) not null)',
  'create table bare_registrations (id char(36) primary key, order_id char(36) not null, full_name varchar(200) not null, email varchar(200) not null, country varchar(2) not null)',
  'insert into bare_quotas values (1, 100000000, 0)',
]

const GUARDED = 'update bare_quotas set taken = taken + ? where id = 1 and taken + ? <= size'

/** With nothing between the program and the database but its driver; as durable as the application is. */
export async function bareSeats(url: string, isLocked: boolean): Promise<TakeSeats> {
  return url.startsWith('sqlite:') ? inSqlite(url.slice('sqlite:'.length)) : await inMysql(url, isLocked)
}

function inSqlite(path: string): TakeSeats {
  const database = new SQLite(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  const order = database.prepare('insert into bare_orders values (?, ?, ?)')
  const registration = database.prepare('insert into bare_registrations values (?, ?, ?, ?, ?)')
  const take = database.prepare(GUARDED)
  const all = database.transaction((orders: BareOrder[]) => {
    for (const { id, formKey, email } of orders) order.run(id, formKey, email)
    for (const { id, fullName, email, country } of orders) registration.run(id, id, fullName, email, country)
    return take.run(orders.length, orders.length).changes === 1
  })
  return (orders) => Promise.resolve(all.immediate(orders))
}

/** @param isLocked whether the quota is locked first, as most programs do it. */
async function inMysql(url: string, isLocked: boolean): Promise<TakeSeats> {
  const connection = await createConnection(url)
  await connection.query('set session transaction isolation level read committed')
  return async (orders) => {
    await connection.query('start transaction')
    if (isLocked) await connection.query('select taken, size from bare_quotas where id = 1 for update')
    const rows = orders.map(({ id, formKey, email }) => [id, formKey, email])
    await connection.query('insert into bare_orders values ?', [rows])
    const seats = orders.map(({ id, fullName, email, country }) => [id, id, fullName, email, country])
    await connection.query('insert into bare_registrations values ?', [seats])
    const [{ affectedRows }] = (await connection.query(GUARDED, [orders.length, orders.length])) as [
      { affectedRows: number },
      unknown,
    ]
    await connection.query('commit')
    return affectedRows === 1
  }
}
