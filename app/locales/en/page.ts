/** The pages under /about. Texts are Markdown; addresses come as values, in the reader's language. */
export const page = {
  aside: 'About Plenary',
  versionOf: 'Version of {{day}}',
  accessibility: {
    title: 'Accessibility',
    lead: 'Plenary should work for everybody who wants to come: on an old phone, over a thin line, by keyboard, by ear, and in print.',
    goal: {
      title: 'What we aim for',
      text: 'We build to the Web Content Accessibility Guidelines 2.2, level AA, on every page for the public and every page that an attendee, an instructor or an organizer needs.\n\n- Every page works without scripts, without images, and by keyboard alone.\n- Headings, forms and errors are marked so that a screen reader can announce them.\n- Text has strong contrast in the light and the dark theme, and nothing is told by colour alone.\n- Pages fit a width of 320 pixels and may be enlarged to 400 percent.\n- Arabic pages run from right to left. Names keep the script they were written in.\n- A page is small, so that it opens on a slow connection.',
    },
    limits: {
      title: 'What we know is missing',
      text: 'We check our pages with automatic tools and by hand, and no outside auditor has looked at them yet. Tools find only a part of what gets in people’s way.\n\nDescriptions of events are written by their organizers. A text may lack a translation, and a linked document may not be accessible.',
    },
    event: {
      title: 'At an event',
      text: 'The page of an event says what its organizer knows about the venue: steps, lifts, hearing loops, quiet rooms, captions. If the page does not answer your question, write to the contact named there before you book your travel.\n\nWhat you tell an organizer about your needs is used to meet them, and for nothing else.',
    },
    help: {
      title: 'If something is in your way',
      text: 'Write to [{{email}}](mailto:{{email}}) and name the page and what you use to read it. A person reads it. We will tell you what we can do now, and register you by email if a form cannot be used.',
    },
  },
  privacy: {
    title: 'Privacy',
    lead: 'We keep what an event needs, show it to those who need it, and follow nobody around.',
    kept: {
      title: 'What we keep',
      text: '- **When you register:** the names and email addresses on the form, the country, your answers to the questions of the event, and what you agreed to.\n- **When you pay by card:** amount, currency, time, and the number of the payment. Card numbers go to the payment provider and never reach us.\n- **When you sign in:** your email address, and for each device the family of its browser and when it was last seen.\n- **When a program fetches your own calendar:** when it last did, and which kind of program it was.\n- **When something is changed:** who changed what, and when, so that mistakes can be found and put right.\n\nYou need no account to attend.',
    },
    seen: {
      title: 'Who sees it',
      text: 'The organizers of an event see its registrations. Instructors see the participants of what they teach, and of their answers only what is meant for instructors. Finance sees orders and payments. Administrators keep the installation running and can see what they must.\n\nWhoever placed an order sees the people on it. Nobody appears on a public list unless they ticked the box for it.\n\nWe sell nothing and show no advertising.',
    },
    cookies: {
      title: 'Cookies and records',
      text: 'Visiting sets no cookie. Signing in sets one, named `plenary_sign_in`, which does nothing but keep you signed in. It ends when you sign out, or after 30 days without a visit.\n\nOur technical records hold neither names nor email addresses. To stop people from guessing codes and flooding mailboxes, we count attempts for each network address, for a short time and in a form from which the address cannot be read.\n\nPages load nothing from other companies: no fonts, no counters, no maps.',
    },
    payment: {
      title: 'Payment and mail',
      text: 'Card payments take place on the page of our payment provider, Stripe, which handles your data under its own terms. It gets the amount, what it is for, your email address and the code of your order from us.\n\nMail is carried by mail servers, ours and yours. Our messages hold no counting images and no disguised links.',
    },
    yours: {
      title: 'What you can ask for',
      text: 'See and correct your name and country [on your own page]({{me}}). Look up an order [by its code]({{status}}).\n\nWrite to [{{email}}](mailto:{{email}}) from the address concerned to get a copy of what we keep about you, or to have it erased. After an erasure, seats and amounts remain in the books without your name, because accounts must add up.',
    },
  },
  conduct: {
    title: 'Code of conduct',
    lead: 'People come to our events from many countries, languages and walks of life. All of them should be able to learn, speak and be heard.',
    scope: {
      title: 'Where it applies',
      text: 'At every event and workshop that you register for through Plenary: in the rooms, online, in chats and on mailing lists, at dinners and on trips that belong to the event. It applies to everybody: attendees, speakers, instructors, sponsors, staff and organizers.',
    },
    expected: {
      title: 'What we ask of you',
      text: '- Treat everybody with respect, most of all when you disagree. Criticize ideas, not people.\n- Speak so that people who do not share your first language can follow. Let others finish.\n- Be patient with beginners: everybody was one.\n- Ask before you photograph or record a person, and accept a no.\n- Use the networks and machines of a workshop for the workshop, and leave other people’s systems and data alone.\n- Follow the rules of the venue and the laws of the host country.',
    },
    unacceptable: {
      title: 'What we do not accept',
      text: 'Harassment in any form: insults, threats, demeaning jokes or images about a person’s gender, sexuality, disability, appearance, age, origin, religion or beliefs; unwanted attention or touch; following or stalking; publishing somebody’s private details; breaking up a session on purpose; and pressing others to do any of this.\n\nWhoever is asked to stop is expected to stop at once.',
    },
    report: {
      title: 'If something happens',
      text: 'If somebody is in danger, call the local emergency services first.\n\nSpeak to any member of the event’s staff or go to its desk. If you would rather write, use the contact on the event’s page or [{{email}}](mailto:{{email}}). You may bring somebody along, and somebody may report for you.\n\nWe listen, write down only what is needed, and share it only with those who must act. Nobody suffers a disadvantage for an honest report.',
    },
    consequences: {
      title: 'What we may do',
      text: 'Organizers may ask for an apology, end a talk, move people apart, exclude somebody from the event without a refund, or from later events. They hear both sides where that is possible, and decide without anybody who is involved. You can ask for a second look by writing to the same address.',
    },
  },
  contact: {
    title: 'Contact',
    lead: 'Whoever is closest to your question answers fastest.',
    event: {
      title: 'About an event',
      text: 'Programme, venue, visa letters, dietary and access needs, changes and cancellations: write to the contact on the event’s page. [Find your event]({{events}}).',
    },
    order: {
      title: 'About an order or a ticket',
      text: 'Mention the code of the order, such as `P7KQ-4M2X`; it stands in every email about it. No email? [Look up your order by its code]({{status}}).\n\nNever send card numbers or passwords. Nobody here will ask for them.',
    },
    plenary: {
      title: 'About Plenary itself',
      text: 'A page that does not work, a barrier, a question about your data, anything else: [{{email}}](mailto:{{email}}). If an error page shows a short number, add it; it helps us find what happened.',
    },
    security: {
      title: 'A hole in our security',
      text: 'Thank you for looking. Write to [{{email}}](mailto:{{email}}) with “Security” in the subject and the steps to see it. Please leave other people’s data alone, and give us time to repair before you publish.',
    },
  },
  data: {
    title: 'Open data and feeds',
    lead: 'The catalogue belongs on your own site, in your calendar and in your programs too. No key, no sign-up.',
    calendars: {
      title: 'Calendars',
      text: 'Subscribe once, and new events and changes of time or place arrive by themselves. [How to subscribe]({{calendar}}).\n\n- All events: [`/events.ics`](/events.ics)\n- A series: `/series/ntw.ics`\n- One event: `/events/EVENT.ics`; its programme: `/events/EVENT/programme.ics`; its dates: `/events/EVENT/deadlines.ics`',
    },
    feeds: {
      title: 'News feed',
      text: '[`/events.atom`](/events.atom) tells newsreaders about new and changed events.',
    },
    json: {
      title: 'Data',
      text: '- The catalogue: [`/events.json`](/events.json)\n- One event, with tracks, prices and programme: `/events/EVENT.json`\n- What the fields mean: [`/schemas/event.json`](/schemas/event.json), a JSON Schema\n\nDates are given on the clock of the place, together with its time zone. Amounts are whole numbers of the smallest unit of their currency.',
    },
    queries: {
      title: 'Only what you want',
      text: 'Every filter of the [catalogue]({{events}}) works for calendars, feeds and data alike. Choose the filters on the page, then put `.ics`, `.atom` or `.json` behind `/events` in its address:\n\n- `/events.ics?series=ndss`\n- `/events.json?country=KE&when=all`\n- `/events.atom?topic=routing&language=fr`\n\nThe words are `q`, `series`, `country`, `topic`, `language`, `format`, `level`, `host`, `from`, `to`, `when`, `price`, `scholarship` and `page`. Several values of one word are joined by “or”, several words by “and”.',
    },
    manners: {
      title: 'Good manners',
      text: 'Once an hour is often enough. Send back the `ETag` that you were given; when nothing has changed, the answer is a few bytes. Events marked as samples are invented and should not be shown elsewhere as real.\n\nThe data tells about events and the people on their public programmes. It never tells who registered.',
    },
  },
} as const
