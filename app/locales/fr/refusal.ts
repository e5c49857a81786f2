export const refusal = {
  busy: 'Nous sommes très sollicités et n’avons pas pu enregistrer. Rien n’est perdu : tout ce que vous avez saisi est encore là. Merci d’envoyer à nouveau.',
  'nothing-due': 'Il n’y a rien à payer pour cette commande.',
  'order-closed':
    'Cette commande est close et ne peut plus être payée. Ses places ont été libérées à la fin du délai de paiement. Inscrivez-vous à nouveau s’il reste des places.',
  'payment-unavailable':
    'La page de paiement ne peut pas s’ouvrir en ce moment. Rien n’a été débité et vos places restent retenues. Réessayez dans une minute.',
  'payment-processing': 'Votre paiement est en route. Inutile de payer à nouveau : nous vous écrirons à son arrivée.',
  'amount-too-small':
    'Ce montant est trop faible pour un paiement par carte. Écrivez à l’organisateur pour payer autrement.',
  'too-many-links':
    'Plusieurs liens sont déjà en route vers vous. Consultez votre messagerie, ou attendez {{minutes}} minutes avant d’en demander un autre.',
  'link-over': 'Ce lien de connexion ne fonctionne plus. Demandez-en un autre.',
  'demonstration-missing': 'Ce compte de démonstration n’existe pas ici.',
  'role-scope': 'Ce rôle ne peut pas être tenu à cet endroit.',
  'person-unknown': 'Rien n’est enregistré sous cette adresse e-mail.',
  'event-closed': 'Les inscriptions à cet événement sont closes.',
  'no-people': 'Choisissez au moins un billet.',
  'ticket-unknown': 'Ce billet ne peut pas être pris ici. Choisissez-en un autre.',
  'ticket-closed': '{{ticket}} : les inscriptions sont closes. Choisissez un autre billet.',
  'not-on-sale': '{{ticket}} : pas en vente en ce moment. Choisissez un autre billet.',
  'price-changed':
    '{{ticket}} coûte maintenant {{price}}. Si cela vous convient, envoyez à nouveau ; rien n’est encore réservé.',
  'now-free': '{{ticket}} est maintenant gratuit. Envoyez à nouveau ; rien n’est encore réservé.',
  'too-few': '{{ticket}} : choisissez-en au moins {{limit}} par commande.',
  'too-many': '{{ticket}} : choisissez-en au plus {{limit}} par commande.',
  'sold-out': '{{ticket}} : toutes les places sont prises. Choisissez un autre billet.',
  'few-left': '{{ticket}} : il reste moins de places que demandé, {{left}} en tout. Choisissez un nombre plus petit.',
  'already-registered':
    '{{ticket}} : cette adresse est déjà inscrite. Utilisez une autre adresse, ou retrouvez la commande à la page « Où en est ma commande ».',
  'twice-in-order':
    'Cette adresse figure deux fois dans cette commande pour le même billet. Donnez à chaque personne la sienne.',
  'payment-method': 'Choisissez comment payer.',
  'form-used': 'Ce formulaire a été envoyé pour un autre événement. Rechargez la page et remplissez-la à nouveau.',
  failed: 'Une erreur s’est produite chez nous, et rien n’a été réservé. Merci d’envoyer à nouveau.',
  stale:
    'Quelqu’un d’autre a enregistré cet événement pendant que vous écriviez. Comparez les deux versions au-dessus du formulaire, puis enregistrez la vôtre.',
  'slug-taken': 'Un autre événement a déjà cette adresse. Choisissez-en une autre.',
  'slug-public': 'L’adresse a été publique : elle reste, pour qu’aucun lien ne se rompe.',
  'unknown-event': 'Cet événement n’existe plus.',
  'unknown-host': 'Choisissez un hôte dans la liste.',
  'unknown-topic': 'Choisissez des thèmes dans la liste.',
  'unknown-series': 'Choisissez l’une de vos séries.',
  'unknown-track': 'Choisissez un parcours de cet événement.',
  'unknown-quota': 'Choisissez des places de cet événement.',
  'unknown-ticket': 'Choisissez des billets de cet événement.',
  'code-taken': '{{code}} est déjà utilisé dans cet événement. Choisissez un autre code.',
  gone: 'Ceci n’existe plus : quelqu’un l’a retiré.',
  'track-used':
    'Ce parcours est utilisé : un billet, une place, une séance, une personne ou une inscription lui appartient.',
  'quota-used': 'Ces places sont utilisées : un billet y puise, ou quelqu’un en a pris une.',
  'ticket-used': 'Inscriptions avec ce billet : {{count}}. Modifiez-le et fermez-le plutôt.',
  'below-taken': 'Places déjà prises : {{count}}. Indiquez ce nombre ou davantage.',
  'kind-answered':
    'Des réponses existent : la sorte de cette question ne change plus. Ajoutez plutôt une autre question.',
  'not-ready': 'Il manque encore, avant de publier : {{count}}. Voyez la liste ci-dessous.',
  'event-ended': 'Cet événement a été annulé : il ne peut pas être publié.',
  'not-published': 'Cet événement n’est pas publié.',
  'has-registrations': 'Personnes inscrites : {{count}}. Annulez plutôt l’événement : elles en seront averties.',
} as const
