## Limites et listes
limits-title = Limites
limits-about = Pour les formulaires des campagnes de votre organisation. Tous les serveurs suivent un changement en quelques secondes.
limits-network-burst = Formulaires d’un même réseau en une minute
limits-network-sustained = Formulaires d’un même réseau en une heure
limits-campaign-burst = Formulaires pour une campagne, de tout le monde, en une minute
limits-campaign-sustained = Formulaires pour une campagne, de tout le monde, en une heure
limits-usual = Vide : comme le veut cette installation, { $usual }.
limits-set = Fixer les limites
limits-changed = Fixées en dernier par
limits-lists = Réseaux et domaines de courriel
limits-empty = Rien n’est bloqué ni admis.
limits-closed = Éléments qui ne s’ouvrent pas
limits-closed-about = Les clés de cette installation ne les ouvrent pas : ils ne s’appliquent à personne. Prévenez la personne qui gère le serveur ; un élément qui reste ainsi ne peut qu’être retiré.
limits-kind = Ce qui se passe
limits-until = Jusqu’à
limits-until-removed = Jusqu’à son retrait
limits-remove = Retirer
limits-blocked-network = Réseau bloqué : ses formulaires sont refusés
limits-allowed-network = Réseau admis : le nombre de ses formulaires n’est pas limité
limits-blocked-domain = Domaine de courriel bloqué : les signatures attendent une vérification
limits-allowed-domain = Domaine de courriel admis : les signatures n’attendent pas, même s’il offre des boîtes jetables
limits-add = Bloquer ou admettre
limits-add-button = Inscrire sur la liste
limits-entries = Réseaux ou domaines de courriel, un par ligne
limits-entries-hint = Des réseaux comme 203.0.113.0/24, 203.0.113.7 ou 2001:db8::/48. Des domaines comme example.org, avec tout ce qui est en dessous. Ce qui suit # est ignoré. Ce qui est admis l’emporte sur ce qui est bloqué.
limits-days =
    { $count ->
        [one] Un jour
       *[other] { $count } jours
    }
limits-fault-number = Une limite est un nombre entier de 1 à { $most }, ou rien.
limits-fault-kind = Choisissez ce qui doit se passer.
limits-fault-nothing = Inscrivez au moins un réseau ou un domaine.
limits-fault-too-many = Une organisation en inscrit au plus { $most }.
limits-fault-days = Choisissez jusqu’à quand.
limits-fault-note = Une note a au plus { $most } caractères et ne contient aucune adresse de courriel.
limits-line-network = Ligne { $line } : ce n’est pas un réseau.
limits-line-domain = Ligne { $line } : ce n’est pas un domaine de courriel.
limits-line-wide = Ligne { $line } : ce réseau est trop vaste. Le plus vaste est un /8 en IPv4 ou un /20 en IPv6.
limits-line-own = Ligne { $line } : vous-même, ce serveur ou un mandataire devant lui êtes dans ce réseau.
limits-ask = Cela risque d’exclure des personnes de bonne foi
limits-ask-do = Si c’est bien ce que vous voulez, dites-le à la fin du formulaire et renvoyez-le. Rien n’est encore inscrit.
limits-sure = Je sais qui sera exclu. Inscrire quand même.
limits-caution-wide = { $value } est très vaste : des fournisseurs entiers et leur clientèle s’y trouvent.
limits-caution-public = { $value } : n’importe qui peut y avoir une boîte, et énormément de gens en ont une. Toutes leurs signatures attendraient une vérification.
limits-caution-own = { $value } est le domaine de personnes de votre organisation ou de ce service. Leurs signatures attendraient une vérification.
error-blocked = Les formulaires de votre réseau ne sont pas acceptés
error-blocked-do = Les organisateurs n’acceptent pas pour l’instant les formulaires de ce réseau. Si vous êtes une personne qui veut signer, utilisez une autre connexion, celle de votre téléphone par exemple, ou écrivez aux organisateurs : leurs messages sont reçus de partout.
