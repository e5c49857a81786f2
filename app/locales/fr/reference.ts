/** Letters for applicants: the page of who writes them, and the mails. */
export const reference = {
  title: 'Lettre',
  heading: {
    referee: 'Une lettre pour {{applicant}}',
    employer: 'Votre accord pour {{applicant}}',
  },
  asked: {
    referee: '{{applicant}} pose sa candidature à « {{call}} » et vous demande une courte lettre.',
    employer:
      '{{applicant}} pose sa candidature à « {{call}} » et vous indique comme employeur. Êtes-vous d’accord de le ou la libérer ?',
  },
  until: 'Nous la prenons jusqu’au',
  wasUntil: 'Les lettres étaient prises jusqu’au',
  standing: {
    asked: 'Une lettre vous est demandée.',
    answered: 'Votre lettre est arrivée. Merci. Vous pouvez encore la modifier.',
    declined:
      'Vous nous avez dit ne pas pouvoir écrire, et {{applicant}} le sait. Si vous le pouvez finalement, écrivez ici.',
    late: 'Il est trop tard pour cette lettre : l’appel n’en prend plus. Merci tout de même.',
    over: 'Cette lettre n’est plus nécessaire. Vous n’avez rien à faire. Merci.',
  },
  saved: 'Enregistré. Personne ne la lit encore. Revenez par le même lien et envoyez-la quand elle est prête.',
  sent: 'Votre lettre est arrivée. Merci. {{applicant}} saura qu’elle est là, sans en lire un mot.',
  write: {
    referee: 'Écrire',
    employer: 'Répondre',
  },
  minutes: {
    referee: 'Environ dix minutes. Une demi-page suffit. Vous pouvez enregistrer et continuer plus tard.',
    employer: 'Environ cinq minutes. Vous pouvez enregistrer et continuer plus tard.',
  },
  fields: {
    letter: 'Votre lettre',
    note: 'Autre chose que nous devrions savoir',
    releases: 'Libérez-vous {{applicant}} pour la durée de l’événement et du voyage ?',
    pays: 'Qui paie quoi',
    file: 'Ou sous forme de fichier',
    otherFile: 'Un autre fichier à sa place',
  },
  letterHint: 'Comment vous connaissez {{applicant}}, ses points forts, et ce que cela apportera à son retour.',
  paysHint:
    'Salaire pendant l’événement, frais d’inscription, vol, nuits : ce que vous prenez en charge, et ce que vous ne prenez pas.',
  fileHint: 'PDF, Word, OpenDocument, JPEG ou PNG, {{megabytes}} Mo au plus. Sur papier à en-tête si vous en avez.',
  fileHere: 'Déjà là :',
  fileSize: '({{size}} ko)',
  releases: {
    yes: 'Oui, la personne est libre de venir',
    no: 'Non',
  },
  empty: 'Écrivez votre lettre ici, ou choisissez un fichier.',
  send: {
    referee: 'Envoyer la lettre',
    employer: 'Envoyer la réponse',
  },
  change: 'Enregistrer les modifications',
  saveForLater: 'Enregistrer pour plus tard',
  cannot: 'Je ne peux pas l’écrire',
  privacyTitle: 'Qui la lit',
  privacy: {
    readers: {
      referee:
        'Les organisateurs de cet appel et ses évaluateurs lisent votre lettre. {{applicant}} ne la lit pas et voit seulement qu’elle est arrivée.',
      employer:
        'Les organisateurs de cet appel lisent votre réponse. {{applicant}} voit seulement qu’elle est arrivée.',
    },
    change: 'Vous pouvez la modifier jusqu’à la date ci-dessus, par le même lien. Gardez ce lien pour vous.',
    address:
      '{{applicant}} nous a donné votre nom et votre adresse pour cette seule lettre. Nous ne les utilisons pour rien d’autre.',
  },
  questions: 'Des questions ?',
  declineTitle: 'Vous ne pouvez pas écrire cette lettre ?',
  declineLead:
    'Nous disons à {{applicant}} que vous ne le pouvez pas, sans donner de raison, pour que quelqu’un d’autre soit sollicité à temps.',
  declineButton: 'Dire que je ne peux pas',
  declineBack: 'Revenir à la lettre',
  strangerTitle: 'Cette lettre demande son propre lien',
  strangerLead:
    'Ouvrez le lien du courriel que nous vous avons envoyé. Il se termine par une longue clé qui n’appartient qu’à vous. Certains logiciels la coupent : copiez-la en entier.',
  own: {
    title: 'Lettres',
    lead: 'Qui écrit pour vous. Vous voyez qu’une lettre est arrivée, mais pas ce qu’elle dit.',
    none: 'Vous n’avez encore indiqué personne. Faites-le dans votre formulaire.',
    kinds: {
      referee: 'Lettre',
      employer: 'Employeur',
    },
    states: {
      named: 'Pas encore sollicité',
      asked: 'Sollicité',
      answered: 'Arrivée',
      declined: 'Ne peut pas écrire',
      withdrawn: 'N’est plus sollicité',
    },
    who: 'Qui',
    state: 'Où elle en est',
    act: 'Ce que vous pouvez faire',
    askNow: 'Les solliciter maintenant',
    askNowLead:
      'Nous leur écrivons quand vous envoyez votre candidature. Vous pouvez aussi nous le demander maintenant, pour leur laisser plus de temps.',
    remind: 'Relancer',
    replace: 'Solliciter quelqu’un d’autre',
    replaceTitle: 'Quelqu’un d’autre à la place de {{name}}',
    replaceLead: 'Le lien que {{name}} avait de nous prend fin.',
    fullName: 'Nom complet',
    email: 'Courriel',
    language: 'Langue de notre courriel',
    replaceButton: 'Solliciter cette personne',
    back: 'Revenir à votre candidature',
    backToLetters: 'Revenir aux lettres',
    done: {
      asked: 'Notre courriel est en route.',
      reminded: 'Nous leur avons récrit.',
      replaced: 'Nous les sollicitons à la place.',
    },
    enterName: 'Indiquez son nom complet.',
  },
  mail: {
    applicant: 'Candidat(e)',
    until: 'Jusqu’au',
    minutes:
      'Cela prend environ dix minutes, sans compte. Vous pouvez écrire sur la page ou envoyer un fichier, enregistrer et continuer plus tard.',
    privacy:
      'Les organisateurs et évaluateurs de cet appel la lisent ; {{applicant}} ne la lit pas. Nous n’utilisons votre adresse que pour cette lettre.',
    unknown: 'Vous ne connaissez pas cette personne, ou ne pouvez pas écrire ? La même page a un lien pour le dire.',
    open: {
      referee: 'Écrire la lettre',
      employer: 'Répondre',
    },
    footer: 'Vous recevez ce courriel parce que {{applicant}} vous a indiqué dans une candidature à {{event}}.',
    asked: {
      subject: '{{applicant}} vous demande une courte lettre',
      heading: '{{name}}, {{applicant}} a besoin d’un mot de vous',
      referee: '{{applicant}} pose sa candidature à {{call}} et vous demande une courte lettre.',
      employer:
        '{{applicant}} pose sa candidature à {{call}} et vous indique comme employeur : êtes-vous d’accord, et qui paie quoi ?',
    },
    reminder: {
      subject: 'Encore attendue : votre lettre pour {{applicant}}',
      heading: '{{name}}, {{applicant}} attend encore votre lettre',
      referee: 'Sans elle, la candidature de {{applicant}} à {{call}} reste incomplète.',
      employer: 'Sans votre réponse, la candidature de {{applicant}} à {{call}} reste incomplète.',
    },
    thanks: {
      subject: 'Merci de votre lettre pour {{applicant}}',
      heading: 'Merci, {{name}}',
      referee: 'Votre lettre pour {{applicant}} et {{call}} est arrivée.',
      employer: 'Votre réponse au sujet de {{applicant}} et de {{call}} est arrivée.',
      change: 'Vous pouvez la modifier jusqu’à la date ci-dessous, par le même lien.',
      open: 'La relire',
    },
    declined: {
      subject: '{{name}} ne peut pas vous écrire de lettre',
      heading: '{{name}} ne peut pas écrire',
      body: '{{name}} nous a dit ne pas pouvoir écrire de lettre pour votre candidature à {{call}}.',
      next: 'Indiquez quelqu’un d’autre, et nous le sollicitons aussitôt.',
      open: 'Indiquer quelqu’un d’autre',
      footer: 'Ce courriel concerne la candidature de {{applicant}} à {{event}}.',
    },
  },
}
