package mo.farol.token;

/**
 * A code whose layers opened with one of our keys. Its signature is not verified yet: anyone who has the published
 * gateway key can make one.
 *
 * @param type follows from the key that opened it
 * @param bindingKeyId the binding key it claims to be signed by
 * @param toBeSigned the Sig_structure (RFC 9052, 4.4) that the signature must cover
 * @param signature r || s, 64 bytes
 * @param keyRetired whether the gateway key that opened it is out of use: then it goes through the same work as any code
 *     and never becomes genuine
 */
public record OpenedCode(
        CodeType type,
        OpeningWay way,
        BindingKeyId bindingKeyId,
        Claims claims,
        byte[] toBeSigned,
        byte[] signature,
        boolean keyRetired) {
    @Override
    public String toString() {
        return "OpenedCode[" + type.label() + ", " + way + ", redacted]";
    }
}
