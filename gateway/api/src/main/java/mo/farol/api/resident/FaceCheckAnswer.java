package mo.farol.api.resident;

/**
 * A check that waits for the camera.
 *
 * @param check the provider's name of it
 * @param captureUrl where the phone sends what its camera sees, and gets the signed assertion
 * @param expires RFC 3339 with offset +08:00
 */
public record FaceCheckAnswer(String check, String captureUrl, String expires) {
    @Override
    public String toString() {
        return "FaceCheckAnswer[redacted]";
    }
}
