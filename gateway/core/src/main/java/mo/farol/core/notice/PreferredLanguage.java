package mo.farol.core.notice;

/** In which language a resident wants to be written to. The number is what the database stores. */
public enum PreferredLanguage {
    ZH_HANT(1),
    PT(2),
    EN(3);

    private final int number;

    PreferredLanguage(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
