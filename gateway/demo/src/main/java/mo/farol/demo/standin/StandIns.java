package mo.farol.demo.standin;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mo.farol.demo.state.Secrets;
import mo.farol.demo.state.StateFolder;

/** All stand-ins of a demo, in its own process. */
public final class StandIns implements AutoCloseable {
    /** The secret that gateway and face-check provider share. */
    public static final String FACE_CHECK_SECRET = "face-check";

    private final List<AutoCloseable> open;
    private final MailSink mail;

    private StandIns(List<AutoCloseable> open, MailSink mail) {
        this.open = open;
        this.mail = mail;
    }

    /**
     * @param gateway the gateway's issuer, for which kiosks sign
     * @param residents how many people the sign-in page offers
     */
    public static StandIns start(StateFolder folder, StandInAddresses at, String gateway, int residents)
            throws IOException {
        Clock clock = Clock.systemUTC();
        List<AutoCloseable> open = new ArrayList<>();
        try {
            StandInLog log = kept(open, new StandInLog(folder.logs().resolve("stand-ins.log"), clock));
            String secret = new Secrets(folder.secrets()).value(FACE_CHECK_SECRET);
            MailSink mail = kept(open, MailSink.start(at.host(), at.mailPort(), folder.mail(), log));
            kept(
                    open,
                    FaceCheckProvider.start(
                            at.host(), at.faceCheck().getPort(), folder.standIns(), secret, log, clock));
            kept(open, KioskProvider.start(at.host(), at.kiosks().getPort(), folder.standIns(), gateway, log, clock));
            kept(
                    open,
                    SignInProvider.start(
                            at.host(),
                            at.signIn().getPort(),
                            folder.standIns(),
                            folder.standIns().resolve("sign-in.html"),
                            residents,
                            clock));
            return new StandIns(open, mail);
        } catch (IOException | RuntimeException e) {
            closeAll(open, e);
            throw e;
        }
    }

    private static <T extends AutoCloseable> T kept(List<AutoCloseable> open, T started) {
        open.add(started);
        return started;
    }

    public MailSink mail() {
        return mail;
    }

    private static void closeAll(List<AutoCloseable> open, Exception because) {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                because.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws Exception {
        List<AutoCloseable> started = new ArrayList<>(open);
        open.clear();
        Collections.reverse(started);
        for (AutoCloseable each : started) {
            each.close();
        }
    }
}
