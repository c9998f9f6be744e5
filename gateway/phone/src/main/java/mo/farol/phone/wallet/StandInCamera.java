package mo.farol.phone.wallet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;

/**
 * A camera for deployments where everybody is invented: it says whose face is in front of it instead of sending a picture.
 * Only a face-check stand-in takes that.
 */
public final class StandInCamera implements FaceCamera {
    private final Transport transport;
    private final UUID face;
    private final boolean live;

    /**
     * @param face the e-ID of who is in front of the camera
     * @param live false for a photograph of them
     */
    public StandInCamera(Transport transport, UUID face, boolean live) {
        this.transport = transport;
        this.face = face;
        this.live = live;
    }

    @Override
    public String assertion(URI captureUrl) throws IOException, InterruptedException {
        Reply reply = transport.send(HttpRequest.newBuilder(captureUrl)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(Map.of("face", face, "live", live)))));
        if (reply.status() != 200) {
            throw new IOException("the face-check provider did not take the picture: status " + reply.status());
        }
        return reply.json().path("assertion").asText();
    }
}
