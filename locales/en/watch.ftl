## Watching a campaign
watch-fact-source = Came by
