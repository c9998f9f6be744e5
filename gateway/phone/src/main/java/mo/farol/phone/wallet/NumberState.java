package mo.farol.phone.wallet;

/** @param state {@code waiting}, {@code used} (the e-ID is on this phone now), {@code locked} or {@code expired} */
public record NumberState(String state, String expires) {
    public boolean isUsed() {
        return state.equals("used");
    }
}
