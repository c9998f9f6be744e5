package mo.farol.core.verification;

/** What a person must look at before relying on an accepted code: the outcome is {@code check_manually}. */
public enum ManualCheck {
    /** A person was to compare the photo, and none is on file. */
    NO_PHOTO_ON_FILE,
    /** The card was reported found: somebody else may have held it. */
    CARD_REPORTED_FOUND;

    /** The outcome's code in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
