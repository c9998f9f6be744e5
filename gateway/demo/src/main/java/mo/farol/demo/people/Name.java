package mo.farol.demo.people;

/** A name in both scripts, surname and given names apart; an empty part is not on the card. */
record Name(String surnameZh, String givenZh, String surnamePt, String givenPt) {
    @Override
    public String toString() {
        return "Name[redacted]";
    }
}
