package mo.farol.server.proof.facecheck;

import mo.farol.core.binding.Bindings;

/**
 * The body of a request for a check. It never prints.
 *
 * @param subject e-ID handle of whose face is to be compared
 * @param audience what the assertion's {@code aud} must be
 */
record FaceCheckOrder(String subject, String idNumber, String challenge, String purpose, String audience) {
    static FaceCheckOrder of(Bindings.FaceCheckSubject subject, String audience) {
        return new FaceCheckOrder(
                subject.person().toString(),
                subject.number().value(),
                subject.challenge().toString(),
                "bind",
                audience);
    }

    @Override
    public String toString() {
        return "FaceCheckOrder[redacted]";
    }
}
