"""The words by which a reason tells that something contradicts it."""

#: Before what speaks against a date.
AGAINST = "; against it: "
#: A printed role whose known tenure is of another time.
OUT_OF_TERM = "the known tenure does not fit the day"
#: A printed role beside which the knowledge files give the speaker another office.
ANOTHER_OFFICE = "known tenures give"
