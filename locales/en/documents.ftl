# What stands on a printed card; both languages stand on every card.
postcard-no-postage =
    No postage required in Canada
    Mail to a member of the
    House of Commons
postcard-stamp-here = Stamp
# The title of the file of a print run.
print-run-document = Postcards, print run { $number }
