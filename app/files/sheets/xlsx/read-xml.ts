import { StringDecoder } from 'node:string_decoder'
import sax from 'sax'
import { UnreadableSheet } from '../unreadable-sheet.ts'
import { ownTurn } from '#app/values/own-turn.ts'

/** Deeper, or with more attributes, is no part of a workbook. */
const DEEPEST = 40
const MOST_ATTRIBUTES = 100

/** Of entities only the five of XML itself. */
const OPTIONS = { trim: false, normalize: false, strictEntities: true } as sax.SAXOptions

export interface XmlReader {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Reads a part of a workbook in pieces. Names come without prefix; a document type is refused, so nothing is expanded. */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = sax.parser(true, OPTIONS)
  const decoder = new StringDecoder('utf8')
  let [depth, attributeCount, isBegun] = [0, 0, false]
  const broken = () => new UnreadableSheet('sheet-broken')
  Object.assign(parser, {
    ondoctype() {
      throw broken()
    },
    onerror(error: Error) {
      throw error instanceof UnreadableSheet ? error : broken()
    },
    onattribute() {
      if (++attributeCount > MOST_ATTRIBUTES) throw broken()
    },
    onopentag({ name, attributes }: sax.Tag) {
      if (++depth > DEEPEST) throw broken()
      attributeCount = 0
      reader.open?.(bare(name), attributes)
    },
    ontext: reader.text,
    oncdata: reader.text,
    onclosetag(name: string) {
      depth--
      reader.close?.(bare(name))
    },
  })
  for await (const piece of pieces) {
    isBegun = true
    parser.write(decoder.write(piece))
    await ownTurn()
  }
  if (isBegun) parser.close()
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
