package mo.farol.core.verification;

/** After step 6: no other request is known here to have redeemed the code. Only the arbiter can tell for sure. */
record UnspentRequest(CurrentRequest current) {
    Redemption redemption() {
        GenuineRequest genuine = current.genuine();
        return new Redemption(
                genuine.key(),
                genuine.code().key().sha256(),
                current.late(),
                genuine.circumstances(),
                genuine.code().claims().nonce());
    }
}
