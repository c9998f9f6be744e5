package mo.farol.demo.standin;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.function.BiConsumer;

/**
 * The mailbox of whoever a mail is for: it hands what comes in on, and nobody can sign in to read it.
 *
 * @param received is given recipient and mail
 */
record AnyMailbox(MailAddress address, BiConsumer<MailAddress, MimeMessage> received) implements GreenMailUser {
    private static final String NOBODY = "nobody has an account here";

    @Override
    public void deliver(MovingMessage message) {
        received.accept(address, message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        received.accept(address, message);
    }

    @Override
    public String getEmail() {
        return address.getEmail();
    }

    @Override
    public String getLogin() {
        return address.getEmail();
    }

    @Override
    public String getQualifiedMailboxName() {
        return address.getEmail();
    }

    @Override
    public void create() {
        throw new UnsupportedOperationException(NOBODY);
    }

    @Override
    public void delete() {
        throw new UnsupportedOperationException(NOBODY);
    }

    @Override
    public String getPassword() {
        throw new UnsupportedOperationException(NOBODY);
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException(NOBODY);
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException(NOBODY);
    }

    @Override
    public String toString() {
        return "AnyMailbox[redacted]";
    }
}
