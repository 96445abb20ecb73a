## Le formulaire
sign-title = Signer
sign-until = Ouvert jusqu’au { $date }.
sign-button = Signer
sign-data = Votre nom reste privé à moins que vous n’en décidiez autrement. Vos renseignements sont chiffrés, jamais vendus, et jamais transmis autrement qu’indiqué ci-dessus.
field-name = Nom complet
field-email = Courriel
field-email-hint = Nous vous envoyons un seul lien, pour confirmer que c’est bien vous.
field-country = Pays
field-country-choose = Choisissez un pays
field-postal = Code postal
field-postal-hint = Il indique dans quelle province ou circonscription vous habitez.
field-city = Lieu
field-region = Région
field-public = Affichage de votre nom sur ce site
field-public-hint = Personne ne voit votre nom à moins que vous ne le choisissiez.
display-hidden = Masqué
display-initials = Initiales seulement
display-first-name = Prénom seulement
display-full = Nom complet
field-updates = Envoyez-moi des nouvelles de cette campagne
field-updates-hint = De la part des organisateurs, par courriel. Vous pouvez les arrêter à tout moment.
field-comment-open = Ajouter un commentaire
field-comment = Commentaire
field-comment-hint = Pour les organisateurs et, là où votre nom est remis avec tous les détails, pour le destinataire. Au plus 1 000 caractères.
honeypot = Laissez ce champ vide
proof-asked = Il arrive en ce moment un nombre inhabituel de signatures. Pendant que vous remplissez ce formulaire, votre appareil fait un court calcul pour montrer que vous n’êtes pas un robot. Cela ne dit rien de vous à personne.
proof-without-script = Il arrive en ce moment un nombre inhabituel de signatures. Vous pouvez aussi signer sans JavaScript : le bouton de notre courriel demande alors les six chiffres de ce courriel.
proof-working = Un instant : votre appareil calcule. Votre signature part ensuite d’elle-même.

## Ce qui est refusé, et pourquoi
problem-summary = Il y a un problème
missing-name = Entrez votre nom complet
missing-email = Entrez votre adresse courriel
missing-country = Choisissez un pays
missing-code = Entrez le code reçu par courriel
missing-message = Écrivez un message
missing-other = Ce champ est nécessaire
refused-too-long = C’est trop long : au plus { $count ->
    [one] { $shown } caractère
   *[other] { $shown } caractères
}
refused-control = Retirez les caractères de contrôle invisibles
refused-url = Retirez l’adresse web
refused-leading-sign = Commencez par une lettre : = + - et @ ne peuvent pas venir en premier
refused-no-letters = Un nom a besoin d’au moins une lettre
refused-stacked-marks = Trop d’accents sont empilés sur une même lettre
refused-email-at = Une adresse courriel a un seul @, comme nom@example.org
refused-email-space = Retirez les espaces de l’adresse courriel
refused-email-local = Vérifiez la partie avant le @
refused-email-domain = Vérifiez la partie après le @, comme nom@example.org
refused-email-quoted = Les adresses courriel avec guillemets ne sont pas acceptées
refused-unknown = Choisissez un élément de la liste
refused-other-text = Le texte de la campagne a changé depuis que vous avez ouvert cette page. Relisez-le, puis signez.
refused-code = Ce code n’est pas le bon ou n’est plus valide. Vérifiez le courriel le plus récent, ou faites-en envoyer un autre.

## En attente du courriel
waiting-title = Consultez vos courriels
waiting-lead = Nous vous avons envoyé un courriel. Appuyez sur le bouton qu’il contient, ou tapez ses six chiffres ici.
waiting-not-yet = Votre signature ne compte qu’une fois confirmée.
waiting-slow = Beaucoup de gens signent : un courriel met en ce moment environ { $minutes ->
    [one] une minute
   *[other] { $shown } minutes
} à partir. Le vôtre est dans la file ; inutile de signer de nouveau.
waiting-stopped = L’envoi des courriels est suspendu en ce moment. Le vôtre est dans la file et partira dès la reprise ; inutile de signer de nouveau.
waiting-sent-again = Si un autre courriel peut être envoyé, il est en route.
waiting-nothing = Rien reçu?
waiting-nothing-do = Regardez d’abord dans vos courriels indésirables. Nous envoyons au plus { $daily } courriels par jour à une même adresse, et au plus { $count } pour une même signature. Une adresse qui nous a renvoyé un courriel n’en reçoit plus pendant un jour : vérifiez comment elle est écrite.
field-code = Code à six chiffres
field-code-hint = Par exemple 123456
code-button = Confirmer
resend-button = Renvoyer le courriel
field-other-email = Une autre adresse courriel
field-other-email-hint = Si la première était mal tapée. Tout le reste de ce que vous avez entré est conservé.
change-address-button = Envoyer à cette adresse

## Confirmer
confirm-title = Un appui, et vous avez signé
confirm-lead = Vous signez :
confirm-button = Confirmer ma signature
confirm-code-title = Tapez le code, et vous avez signé
confirm-code-lead = Les six chiffres sont dans le courriel qui vous a amené ici. Vous signez :
confirm-code-why = Un nombre inhabituel de signatures arrivait quand vous avez signé, et votre navigateur n’a pas fait le court calcul qui montre que vous n’êtes pas un robot. Votre signature n’a rien d’anormal : il lui faut seulement son code, même si tout est redevenu calme depuis.
confirm-code-again = Pas de code, ou pas le bon? Faites envoyer un autre courriel
thanks-title = Merci
thanks-lead = , votre signature est confirmée.
thanks-place = Vous êtes la signature numéro { $shown }.
postmark-confirmed = Confirmée
share-title = Parlez-en
share-lead = Une personne de plus qui l’apprend de vous compte plus que n’importe quelle publicité.
share-email = Courriel
share-sms = Message texte
next-title = Et maintenant
next-mine = Votre page : afficher ou masquer votre nom, ou retirer votre signature
next-watch = Suivre le décompte
over-expired = Ce lien a expiré
over-expired-do = Une signature attend { $days } jours d’être confirmée. Rien n’a été compté. Vous pouvez signer de nouveau : cela prend une minute.
over-too-late = Cette campagne est terminée
over-too-late-do = Les signatures pouvaient être confirmées jusqu’à un jour après la fin. La vôtre n’a pas été comptée.
over-withdrawn = Cette signature a été retirée
over-withdrawn-do = Vous l’avez retirée, elle n’est donc pas comptée. Si vous avez changé d’avis, vous pouvez signer de nouveau.
over-disowned = Vous nous avez dit ne pas avoir signé
over-disowned-do = La signature a été supprimée et n’est pas comptée. Nous n’envoyons plus de courriel sur cette campagne à cette adresse.
over-invalidated = Cette signature a été annulée
over-invalidated-do = Les organisateurs ont constaté qu’elle ne pouvait pas être comptée. Si vous pensez que c’est une erreur, écrivez-leur.

## La page de la personne signataire
mine-title = Votre signature
mine-state = Où elle en est
mine-signed-at = Signée
mine-confirmed-at = Confirmée
mine-place = Rang dans le décompte
mine-data = Télécharger mes données
mine-text = Le texte tel que vous l’avez signé, et ce que reçoit chaque destinataire
mine-disown = Je n’ai pas signé
mine-disown-what = Nous supprimons cette signature et n’envoyons plus de courriel sur cette campagne à cette adresse. C’est irréversible.
mine-disown-button = Je n’ai pas signé
mine-withdraw = Retirer ma signature
mine-withdraw-what = Votre signature sort du décompte et vos renseignements sont supprimés. Il reste seulement qu’une personne de votre pays a signé puis s’est retirée, sans nom. C’est irréversible, mais vous pouvez signer de nouveau.
mine-withdraw-button = Retirer ma signature
mine-erase = Tout effacer
mine-erase-what = Votre signature sort du décompte et tout ce qui la concerne est supprimé, cette page aussi. C’est irréversible.
mine-erase-button = Tout effacer
save-button = Enregistrer
state-pending = En attente de confirmation. Utilisez le bouton ou le code du courriel.
state-confirmed = Confirmée
state-withdrawn = Retirée le { $date }. Vos renseignements sont supprimés.
state-disowned = Supprimée le { $date } : vous nous avez dit ne pas avoir signé.
state-invalidated = Annulée le { $date } par les organisateurs. Vos renseignements sont supprimés.
done-name = Enregistré : l’affichage de votre nom.
done-updates = Enregistré : votre choix pour les nouvelles.
done-withdrawal = Votre signature est retirée et sortie du décompte.
done-disavowal = La signature est supprimée. Vous ne recevrez plus de courriel sur cette campagne.
erased-title = Tout est effacé
erased-what = Votre signature est sortie du décompte et rien n’en est conservé.

## Contact
contact-title = Écrire aux organisateurs
contact-lead = Votre message est envoyé par courriel aux organisateurs de « { $title } ».
contact-data = Votre adresse ne sert qu’à vous répondre.
contact-button = Envoyer
contact-sent = Merci. Votre message est en route vers les organisateurs.
field-message = Message
