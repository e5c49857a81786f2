import { part } from './dom.ts'
import { type Say, sayIn, type Texts } from './words.ts'

/** Where the page is: everything that it was rendered with, the same for everybody. */
export interface Place {
  /** The event's slug. */
  event: string
  /** The page's own address; what it asks of the server lies below it. */
  page: string
  language: string
  say: Say
}

export function readPlace(): Place {
  const { event, texts } = part('device').dataset
  const language = document.documentElement.lang
  return {
    event: event!,
    page: location.pathname.replace(/\/$/, ''),
    language,
    say: sayIn(JSON.parse(texts!) as Texts, language),
  }
}
