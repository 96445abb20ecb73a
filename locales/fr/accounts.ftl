## Proving who one is
proof-title = Est-ce toujours vous?
proof-about = Ce que vous allez faire ne peut être annulé ou change qui peut entrer. Tapez votre mot de passe encore une fois; pendant dix minutes, on ne vous le redemandera pas.
proof-refused = Ce n’est pas votre mot de passe. Vérifiez-le et essayez de nouveau.
proof-button = Continuer
