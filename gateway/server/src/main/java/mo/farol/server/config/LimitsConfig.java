package mo.farol.server.config;

/**
 * Everything that is bounded at the listener.
 *
 * @param perAccount of a signed-in resident
 * @param headerBytes all header fields of a request
 * @param bodyBytes a request's body
 * @param headerSeconds from the first byte of a request to the end of its headers
 * @param bodySeconds from the headers to the end of the body
 * @param answerSeconds from the end of the body until the answer is taken
 * @param idleSeconds a connection without a request
 * @param inFlightPerEventLoop requests being worked on
 * @param lagMillis event-loop lag from which new requests are turned away
 */
public record LimitsConfig(
        RateConfig perTerminal,
        RateConfig perInstitution,
        RateConfig perAccount,
        RateConfig perOperator,
        int headerBytes,
        int bodyBytes,
        int headerSeconds,
        int bodySeconds,
        int answerSeconds,
        int idleSeconds,
        int inFlightPerEventLoop,
        int lagMillis) {
    public static final LimitsConfig DEFAULTS = new LimitsConfig(
            new RateConfig(50, 200),
            new RateConfig(2000, 8000),
            new RateConfig(10, 60),
            new RateConfig(50, 200),
            8192,
            16_384,
            5,
            10,
            15,
            60,
            2048,
            1000);
}
