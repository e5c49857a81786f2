import type { z } from 'zod'
import type { eventDocument } from '#app/events/document/schema.ts'

export type DocumentInput = z.input<typeof eventDocument>

export function minimal(given: Partial<DocumentInput> = {}): DocumentInput {
  return {
    slug: 'minimal',
    series: { slug: 'plain', mark: 'plain', position: 9, texts: { en: { name: 'Plain series', shortName: 'Plain' } } },
    status: 'published',
    language: 'en',
    texts: { en: { title: 'A day about naming' } },
    dates: { startsOn: '1995-06', endsOn: '1995-06', zone: 'UTC' },
    format: 'onsite',
    admission: 'none',
    ...given,
  }
}

const NTW = {
  slug: 'ntw',
  mark: 'ntw' as const,
  position: 3,
  texts: {
    en: {
      name: 'Network Training Workshops',
      shortName: 'NTW',
      kind: 'Network Training Workshop',
      summary: 'Practice.',
    },
  },
}

/** Three events that use everything a document can say. */
export function everything(): DocumentInput[] {
  return [
    minimal({
      slug: 'inet-2031',
      dates: {
        startsOn: '2031-06-09',
        endsOn: '2031-06-12',
        startsTime: '09:00',
        endsTime: '17:30',
        zone: 'Africa/Nairobi',
      },
      neighbours: [{ event: 'ntw-2031', relation: 'before' }],
      websiteUrl: 'https://example.org/inet',
      contactEmail: 'inet@plenary.example',
      scholarships: { opensAt: '2031-01-01T00:00:00+03:00', closesAt: '2031-03-01T23:59:59Z' },
      private: { onlineUrl: 'https://meet.example.org/secret-room' },
    }),
    minimal({
      slug: 'ntw-2031',
      series: NTW,
      parent: 'inet-2031',
      edition: 12,
      isSample: true,
      dates: { startsOn: '2031-06-02', endsOn: '2031-06-07', zone: 'Africa/Nairobi' },
      neighbours: [{ event: 'inet-2031', relation: 'after' }],
      texts: {
        en: {
          title: 'NTW 2031',
          summary: 'Six days',
          description: '**Four** tracks\n\n- one\n- two',
          accessNote: 'Ramps',
        },
        fr: { title: 'Atelier 2031', summary: 'Six jours' },
      },
      place: {
        country: 'KE',
        city: 'Nairobi',
        venue: 'Example University',
        address: 'Road 1',
        latitude: -1.2884,
        longitude: 36.8233,
        seats: 240,
      },
      travelNotes: [
        { country: 'UG', texts: { en: 'No visa for 90 days.', fr: 'Sans visa pendant 90 jours.' } },
        { country: 'FR', texts: { en: 'Apply **online**.' } },
      ],
      conduct: { url: 'https://example.org/conduct', version: '3.1' },
      format: 'hybrid',
      level: 'intermediate',
      languages: ['fr', 'en'],
      topics: [
        { slug: 'routing', names: { en: 'Routing', fr: 'Routage' } },
        { slug: 'dns', names: { en: 'DNS', fr: 'DNS' } },
      ],
      host: {
        slug: 'kenya',
        name: 'Internet Society Kenya Chapter',
        kind: 'chapter',
        country: 'KE',
        url: 'https://example.org/',
      },
      admission: 'registration',
      currency: 'USD',
      paymentMethods: ['card', 'bank-transfer'],
      confirmsOn: 'placing',
      tracks: [
        {
          code: 'T1',
          language: 'en',
          level: 'introductory',
          room: 'L1',
          texts: { en: { title: 'Hosts', summary: 's', prerequisites: 'p' } },
        },
        { code: 'T2', language: 'fr', texts: { fr: { title: 'Réseaux' }, en: { title: 'Networks' } } },
      ],
      people: [
        {
          role: 'lead-instructor',
          fullName: '山田 例',
          latinName: 'Yamada Rei',
          affiliation: 'Example',
          country: 'JP',
          track: 'T1',
        },
        { role: 'general-chair', fullName: 'Contohwati' },
      ],
      sessions: [
        {
          code: 'S2',
          kind: 'lab',
          title: 'Lab',
          heldOn: '2031-06-02',
          startsTime: '14:00',
          endsTime: '15:30',
          track: 'T1',
          room: 'L1',
          language: 'en',
          people: [{ role: 'instructor', fullName: 'Ng' }],
        },
        {
          kind: 'plenary',
          title: 'Opening',
          heldOn: '2031-06-02',
          startsTime: '09:00',
          endsTime: '10:30',
          isStreamed: true,
        },
      ],
      quotas: [
        { key: 'room', size: 30 },
        { key: 'lab', size: 20, track: 'T1' },
      ],
      ticketTypes: [
        {
          code: 'NTW-FULL',
          texts: { en: { name: 'Full', description: 'All' }, fr: { name: 'Complet' } },
          quotas: ['room', 'lab'],
          track: 'T1',
          maxPerOrder: 3,
          audience: 'standard',
          scope: 'full',
          eligibility: 'student',
          proof: 'upload',
          remote: 'NTW-FREE',
          tax: 'vat',
          onSaleUntilAt: '2031-05-15T23:59:00+03:00',
          priceSteps: [
            {
              kind: 'early',
              currency: 'USD',
              amountMinor: 90_000,
              endsAt: '2031-04-01T00:00:00+03:00',
              closesZone: 'AoE',
            },
            { kind: 'standard', currency: 'USD', amountMinor: 110_000, startsAt: '2031-04-01T00:00:00+03:00' },
            { kind: 'only', currency: 'RWF', amountMinor: 1_200_000 },
          ],
        },
        { code: 'NTW-FREE', texts: { en: { name: 'Free' } }, quotas: ['room'], attendance: 'online' },
        {
          code: 'DINNER',
          texts: { en: { name: 'Dinner' } },
          isAddon: true,
          allowsGuest: true,
          mains: ['NTW-FULL'],
          priceSteps: [{ kind: 'only', currency: 'USD', amountMinor: 6000 }],
        },
      ],
      questionStages: [
        { stage: 'accepted', opensAt: '2031-03-01T00:00:00Z', deadlineAt: '2031-05-01T00:00:00Z', remindAt: null },
      ],
      taxRules: [
        { key: 'vat', name: 'VAT', rate: 1600, isDefault: true, allowsReverseCharge: true, note: 'PIN 1' },
        { key: 'none', name: 'Exempt', rate: 0, note: 'Education' },
      ],
      priceRules: [
        {
          kind: 'bundle',
          name: 'With dinner',
          parts: [['NTW-FULL', 'NTW-FREE'], ['DINNER']],
          prices: [{ kind: 'early', currency: 'USD', amountMinor: 93_000 }],
        },
        { kind: 'group', name: 'Five', minimum: 5, percentOff: 1000, isCombinable: true, parts: [['NTW-FULL']] },
      ],
      refundRules: [
        { reason: 'any', untilAt: '2031-05-01T00:00:00Z', percent: 10_000, feeMinor: 2500, feeCurrency: 'USD' },
        { reason: 'visa-refused', untilAt: null, percent: 10_000, appliedByOn: '2031-04-10' },
      ],
      changeRules: { substitution: 'same-organization', substituteUntilAt: '2031-05-20T00:00:00+03:00' },
      paymentTerms: [
        { method: 'bank-transfer', confirmsOn: 'payment', dueDays: 14 },
        { method: 'desk', confirmsOn: 'placing', dueDays: 0, fromAt: '2031-05-20T00:00:00Z', needsApproval: true },
      ],
      waitingList: { isOpen: true, offerHours: 48, price: 'joining', closesAt: '2031-05-30T00:00:00Z' },
      questions: [
        {
          code: 'diet',
          kind: 'choices',
          isRequired: true,
          texts: {
            en: {
              label: 'Food',
              help: 'Any',
              options: [
                { value: 'veg', label: 'Vegetarian' },
                { value: 'halal', label: 'Halal' },
              ],
            },
          },
          ticketTypes: ['NTW-FULL'],
        },
        {
          code: 'note',
          kind: 'longtext',
          texts: { en: { label: 'Note' } },
          stage: 'accepted',
          maximum: 300,
          tracks: ['T1'],
          shownWhen: { question: 'diet', value: 'veg' },
        },
        { code: 'late', kind: 'file', texts: { en: { label: 'Letter' } } },
      ],
      history: { attendance: 120, countries: 40, confidence: 'source', notes: 'As planned' },
      sources: [{ citation: 'Its page', url: 'https://example.org/ntw' }, { citation: 'A letter' }],
      private: {
        onlineUrl: 'https://meet.example.org/ntw',
        quotas: [
          { key: 'room', name: 'Great hall', overBy: 2 },
          { key: 'staff', name: 'Staff', size: 5 },
          { key: 'lab', name: 'Lab one' },
        ],
        ticketTypes: [
          { code: 'STAFF', texts: { en: { name: 'Staff' } }, quotas: ['staff'], admission: 'code', position: 1 },
        ],
        hiddenLinks: [{ code: 'DINNER', mains: ['STAFF'], remote: null }],
        priceRules: [
          { kind: 'bundle', name: 'Staff dinner', parts: [['STAFF'], ['DINNER']], position: 1, isCombinable: true },
        ],
        paymentInstructions: [{ method: 'bank-transfer', instructions: 'To account 1' }],
        blocks: [
          {
            key: 'speakers',
            name: 'Speakers’ seats',
            untilAt: '2031-05-01T00:00:00Z',
            seats: [
              { quota: 'room', size: 4 },
              { quota: 'lab', size: 2 },
            ],
          },
        ],
        campaigns: [
          {
            name: 'Speakers',
            effect: 'access',
            opensHidden: true,
            block: 'speakers',
            ticketTypes: ['STAFF', 'NTW-FULL'],
            vouchers: [
              { code: 'SPK7KQ4', email: 'Speaker@Example.org', note: 'Keynote' },
              { code: 'SPK9MMX', maximumUses: 5, isDisabled: true },
            ],
          },
          {
            name: 'Members',
            effect: 'amount',
            appliesTo: 'order',
            isCombinable: true,
            organization: 'Example Org',
            startsAt: '2031-01-01T00:00:00Z',
            endsAt: '2031-04-01T00:00:00+03:00',
            amounts: [
              { currency: 'USD', amountMinor: 10_000 },
              { currency: 'RWF', amountMinor: 120_000 },
            ],
          },
        ],
        eligiblePeople: [{ eligibility: 'student', keyHash: 'a'.repeat(64) }],
        questions: [
          { code: 'crew', hiddenTicketTypes: ['STAFF'], hidden: { kind: 'text', texts: { en: { label: 'Crew' } } } },
          {
            code: 'diet',
            purpose: 'Catering',
            audience: 'totals',
            eraseOn: '2031-07-01',
            meaning: 'diet',
            hiddenTicketTypes: ['STAFF'],
          },
          { code: 'note', purpose: '' },
          {
            code: 'late',
            shownWhen: { question: 'crew', value: 'yes' },
          },
        ],
        sessions: [
          { kind: 'other', title: 'Staff meeting', heldOn: '2031-06-02', startsTime: '08:00', endsTime: '08:30' },
        ],
      },
    }),
    minimal({
      slug: 'hostile',
      texts: {
        en: {
          title: 'نور\u202E تجريبي 👩‍👩‍👧‍👦 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A \u{1F3F4}\u{E0067}\u{E007F} =SUM(A1)',
          summary: '"quotes" \\ \' ; -- %s {{x}} </script> \u0000\u0007',
          description: 'Zero\u200Bwidth \ud800 lone\r\nline\u2028end \t tab 𝕏𠮷 ﬁ Å Å',
        },
        ar: { title: 'ورشة' },
      },
      people: [
        { role: 'speaker', fullName: '=SUM(A1) Formula' },
        { role: 'speaker', fullName: 'ሙከራ ምሳሌ' },
      ],
    }),
  ]
}
