## Watching a campaign
watch-fact-source = Arrivée par
