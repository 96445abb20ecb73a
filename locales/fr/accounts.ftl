## Proving who one is
proof-title = Est-ce toujours vous?
proof-about = Ce que vous allez faire ne peut être annulé ou change qui peut entrer. Montrez encore une fois que c’est vous; pendant dix minutes, on ne vous le redemandera pas.
proof-refused = Ce n’est pas cela. Vérifiez et essayez de nouveau.
proof-button = Continuer
## La seconde étape
code-title = La seconde étape
code-about = Votre mot de passe est le bon. Tapez maintenant les six chiffres que votre application d’authentification affiche pour Postulo.
code-refused = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant et tapez-le.
code-help = Pas d’application sous la main? Tapez plutôt un de vos codes de secours. Si vous avez perdu les deux, une personne propriétaire de votre organisation peut retirer le second facteur.
code-demo = Ceci est la démonstration. Votre application afficherait maintenant :
code-demo-wait = Ceci est la démonstration. Le code actuel a servi; le suivant vient dans la demi-minute. Rechargez la page.
factor-code = Code
factor-code-hint = Les six chiffres de l’application, ou un code de secours.
## Le second facteur
factor-title = Second facteur
factor-required = Votre rôle voit des données personnelles : un mot de passe seul ne suffit pas. Configurez le second facteur pour continuer.
factor-about = Avec un second facteur, personne n’entre avec votre seul mot de passe. Il vous faut une application d’authentification sur votre téléphone ou votre ordinateur; toute application qui donne des codes à six chiffres convient.
factor-scan = Balayez ceci avec l’application.
factor-qr = Code QR pour l’application d’authentification
factor-secret = Ou tapez-y ceci :
factor-type = Tapez le code que l’application affiche maintenant.
factor-button = Configurer
factor-refused = Ce code ne convient pas. Vérifiez que l’horloge de votre téléphone est juste, puis tapez le code que l’application affiche maintenant. Si vous avez ouvert la page il y a plus d’une heure, balayez de nouveau.
factor-since = Configuré le
factor-left = { $n ->
    [0] Il ne vous reste aucun code de secours. Faites-en de nouveaux.
    [one] Il vous reste un code de secours. Faites-en bientôt de nouveaux.
   *[other] Il vous reste { $shown } codes de secours.
}
factor-renew = Faire de nouveaux codes de secours
factor-renew-about = Les anciens ne vaudront alors plus rien.
factor-remove = Retirer le second facteur
factor-remove-about = Votre mot de passe seul vous fera alors entrer. Vos codes de secours ne vaudront plus rien.
factor-replace-about = Pour changer de téléphone : retirez-le ici, et on vous mène aussitôt à le configurer de nouveau. Vos codes de secours ne vaudront plus rien.
factor-codes = Vos codes de secours
factor-codes-about = Chacun vous fait entrer une fois quand vous n’avez pas l’application. Imprimez cette page ou notez-les, et gardez-les ailleurs que votre téléphone. Ils ne seront plus jamais affichés.
factor-codes-kept = Je les ai gardés : vers le studio
## Les mots de passe
login-forgotten = Mot de passe oublié?
password-title = Changer votre mot de passe
password-about = Vos autres sessions se terminent, et un courriel vous dit qu’il a été changé.
password-present = Mot de passe actuel
password-present-refused = Ce n’est pas votre mot de passe actuel.
password-new = Nouveau mot de passe
reset-title = Mot de passe oublié?
reset-about = Tapez l’adresse de votre compte. S’il y en a un, un lien qui permet de choisir un autre mot de passe arrive par courriel.
reset-ask = Envoyer le lien
reset-back = Retour à la connexion
reset-sent = Regardez vos courriels
reset-sent-about = Si cette adresse a un compte, un courriel avec un lien est en route. Le lien vaut une heure et sert une fois. Si rien n’arrive, regardez dans les indésirables et vérifiez que l’adresse est bien celle de votre compte.
reset-choose = Choisir un autre mot de passe
reset-choose-about = Toutes vos sessions se terminent. Si vous avez un second facteur, il vous est demandé comme avant.
reset-button = Changer le mot de passe
## Les invitations
invite-title = Inviter quelqu’un
invite-about = La personne reçoit un courriel avec un lien qui vaut sept jours, et choisit elle-même son mot de passe.
invite-button = Inviter
invite-taken = Cette adresse a déjà un compte de votre organisation.
invite-invited = Cette adresse est déjà invitée. Renvoyez l’invitation ci-dessous.
invite-role-refused = Choisissez un rôle.
invitations-title = Invitations en cours
invitations-empty = Personne n’est invité en ce moment.
invitations-until = Valable jusqu’au
invitations-over = (échue)
invitations-resend = Renvoyer
invitations-withdraw = Annuler
invitation-title = Créer votre compte
invitation-about = On vous invite à travailler pour { $organisation }. Votre rôle : { $role }.
invitation-factor = Après votre première connexion, vous configurez un second facteur : ayez un téléphone sous la main.
invitation-name = Votre nom
invitation-name-refused = Tapez votre nom, d’au plus 255 caractères.
## Les comptes, pour les propriétaires
accounts-factor = Configuré
accounts-no-factor = Aucun
accounts-change-role = Changer
accounts-reset-factor = Retirer le second facteur
## Courriels à l’équipe
mail-staff-sender = Envoyé par { $sender } à une personne qui travaille avec Postulo.
mail-reset-subject = Un autre mot de passe pour le studio
mail-reset-intro = Bonjour, quelqu’un, vous espérons-nous, a demandé un autre mot de passe pour votre compte du studio Postulo.
mail-reset-until = Le lien vaut une heure et sert une fois.
mail-reset-not-me = Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe reste le même.
mail-invitation-subject = On vous invite à travailler pour { $organisation }
mail-invitation-intro = Bonjour, une personne propriétaire de { $organisation } vous invite à ses campagnes dans le studio Postulo.
mail-invitation-button = Créer mon compte
mail-invitation-until = Le lien sert une fois, jusqu’au { $date }.
mail-invitation-elsewhere = Cette adresse travaille déjà ici pour une autre organisation, et une adresse ne travaille que pour une seule. Demandez à qui vous invite d’utiliser une autre de vos adresses.
mail-factor-reset-subject = Votre second facteur a été retiré
mail-factor-reset-told = Bonjour, une personne propriétaire de votre organisation, ou qui exploite cette installation, a retiré le second facteur de votre compte. Vos sessions sont terminées. Votre mot de passe est le même.
mail-factor-reset-then = Si vous ne l’avez pas demandé, prévenez tout de suite une autre personne propriétaire.
mail-password-changed-subject = Votre mot de passe a été changé
mail-password-changed-told = Bonjour, le mot de passe de votre compte du studio Postulo a été changé. Toutes les autres sessions sont terminées.
mail-password-changed-then = Si ce n’était pas vous, choisissez-en tout de suite un autre par « Mot de passe oublié? », et prévenez une personne propriétaire de votre organisation.
## L’organisation
organisation-title = Organisation
organisation-address = Adresse postale
organisation-address-hint = Comme sur une enveloppe. Elle figure sous chaque envoi de nouvelles : la loi l’exige.
organisation-address-refused = Donnez une adresse postale d’au plus 500 caractères.
organisation-zone = Fuseau horaire
organisation-zone-hint = L’heure dans laquelle vous tapez et lisez les heures, comme America/Toronto.
organisation-zone-refused = Donnez un fuseau horaire de la liste, comme America/Toronto.
organisation-reply = Où vont les réponses (facultatif)
organisation-reply-hint = Qui répond à un courriel au sujet d’une de vos campagnes écrit à cette adresse. Si elle reste vide, les réponses vont à l’expéditeur du courriel.
organisation-reply-refused = Indiquez une adresse courriel comme nom@exemple.org, ou laissez le champ vide.
organisation-language = Les nouvelles campagnes commencent en
organisation-language-hint = Qui commence une campagne peut en choisir une autre.
organisation-language-any = La langue dans laquelle on lit le studio
organisation-button = Enregistrer
## What came to nothing
studio-back = Vers le studio
