# Créer une campagne

studio-draft = Brouillon
preview-banner = Aperçu : seule votre organisation voit cette page. Rien ne peut y être envoyé.

# Versions du texte

text-version-short = Version { $version }
text-changed = Ce qui a changé :
text-earlier = Versions antérieures :
text-also-in = Aussi en :
text-is-earlier = Ceci est une version antérieure du texte. Celles et ceux qui l’ont signée ont signé ces mots.
