import { renderSVG } from 'uqr'
import { offThread } from './off-thread.ts'
import { sealPicture, seriesInk } from './seal-picture.ts'
import type { CertificatePrinter } from '#app/certificates/certificate-printer.ts'
import type { PaperPrinter } from '#app/participants/paper/paper-printer.ts'
import type { ListPrinter } from '#app/participants/files/list-printer.ts'
import type { Printer } from '#app/payments/papers/printer.ts'

/**
 * Papers set by Typst (https://typst.app/docs/reference/), in a thread of this process, from fonts that come with it.
 * Texts reach it as data and never as markup, so that nothing in a name can mean anything to it. Another paper is another
 * `.typ` file beside this one, and a method of its port here.
 */
export function typstPrinter(): Printer & ListPrinter & PaperPrinter & CertificatePrinter {
  const print = offThread()
  return {
    paper: (sheet) => print('paper.typ', sheet),
    list: (sheet) => print('list.typ', sheet),
    tickets: (sheet) => {
      const tickets = sheet.tickets.map((ticket) => ({ ...ticket, picture: renderSVG(ticket.code, { border: 0 }) }))
      return print('tickets.typ', { ...sheet, tickets })
    },
    signInSheet: (sheet) => print('sign-in-sheet.typ', sheet),
    doorList: (sheet) => print('door-list.typ', sheet),
    badges: (sheet) => {
      const badges = sheet.badges.map((badge) => ({ ...badge, picture: renderSVG(badge.code, { border: 0 }) }))
      return print('badges.typ', { ...sheet, badges })
    },
    tentCards: (sheet) => print('tent-cards.typ', sheet),
    seatPlan: (sheet) => print('seat-plan.typ', sheet),
    certificates: (sheet) => {
      const certificates = sheet.certificates.map((paper) => ({
        ...paper,
        color: seriesInk(paper.mark),
        picture: sealPicture(paper),
        code: renderSVG(paper.verifyUrl, { border: 0 }),
      }))
      return print('certificate.typ', { certificates })
    },
  }
}
