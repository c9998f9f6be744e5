package mo.farol.api.verification;

/**
 * A receipt as it comes with an answer.
 *
 * @param id a UUIDv7, the same for institution, resident and operator
 * @param jws compact JWS (ES256) over the receipt
 */
public record SignedReceipt(String id, String jws) {}
