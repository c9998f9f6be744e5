package mo.farol.store.notice;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mo.farol.core.notice.Contacts;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.store.testing.OpenTown;
import mo.farol.store.testing.TestServer;
import mo.farol.store.testing.Town.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactsTest {
    private static final List<String> NO_ADDRESSES = List.of(
            "",
            "ana",
            "@example.test",
            "ana@",
            "ana@example.test\r\nBcc: all@example.test",
            "ana@example.test\n",
            "ana b@example.test",
            "<ana@example.test>",
            "ana@example.test,eva@example.test",
            "ana@x@example.test",
            "ana@example\0.test",
            "a".repeat(250) + "@b.test");

    private OpenTown open;
    private Contacts contacts;
    private Person person;

    @BeforeEach
    void open() {
        open = new OpenTown(TestServer.usual());
        contacts = open.store().contacts();
        person = open.town().adult();
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void keepsTheLanguageOfPeopleWithoutEMail() {
        await(contacts.set(person.row(), "ana@example.test", PreferredLanguage.PT));
        await(contacts.set(person.row(), null, PreferredLanguage.ZH_HANT));
        assertThat(open.town().text("SELECT language || ' ' || (sealed_email IS NULL) FROM contact"))
                .isEqualTo("1 true");
    }

    @Test
    void refusesWhatNoMailCouldGoTo() {
        for (String address : NO_ADDRESSES) {
            assertThatThrownBy(() -> await(contacts.set(person.row(), address, PreferredLanguage.PT)))
                    .hasCauseInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("ana");
        }
        assertThat(open.town().number("SELECT count(*) FROM contact")).isZero();
    }

    @Test
    void refusesAResidentWhoIsNotThere() {
        assertThatThrownBy(() -> await(contacts.set(Long.MAX_VALUE, "ana@example.test", PreferredLanguage.PT)))
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
