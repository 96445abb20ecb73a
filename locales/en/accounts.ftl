## Proving who one is
proof-title = Is it still you?
proof-about = What you are about to do cannot be undone or changes who may come in. Type your password once more; for ten minutes you are not asked again.
proof-refused = That is not your password. Check it and try again.
proof-button = Go on
