package mo.farol.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.http.Reply;
import org.junit.jupiter.api.Test;

class PersonalValuesTest {
    private final PersonalValues values = new PersonalValues();

    @Test
    void keepsWhatCanBeFoundAndNothingThatStandsAnywhere() throws Exception {
        String photo = "0123456789".repeat(20);
        String body = """
                {"outcome":"verified","released":{"surname_zh":"歐陽","surname_pt":"CHAN","id_number":"1234567(8)",
                 "residence_status":"non_permanent","photo":"%s"}}
                """.formatted(photo);
        Reply reply = new Reply(200, HttpHeaders.of(Map.of(), (a, b) -> true), body.getBytes(StandardCharsets.UTF_8));
        values.learn(7, reply);
        values.learn(7, reply);
        assertThat(values.all())
                .containsExactlyInAnyOrder(
                        new Canary("surname_zh of 7", "歐陽"),
                        new Canary("id_number of 7", "1234567(8)"),
                        new Canary("photo of 7", photo.substring(100, 148)));
        assertThat(values).hasToString("PersonalValues[redacted]");
    }
}
