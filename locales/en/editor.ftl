# Making a campaign

studio-draft = Draft
preview-banner = Preview: nobody but your organisation sees this. Nothing on it can be sent.

# Versions of the text

text-version-short = Version { $version }
text-changed = What changed:
text-earlier = Earlier versions:
text-also-in = Also in:
text-is-earlier = This is an earlier version of the text. Those who signed it signed these words.
