package mo.farol.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.PreferredLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTest {
    private final LetterWriter writer = new LetterWriter("2837-0777 / 2837-0888", "desk@example.mo");

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void saysEverythingInEveryLanguageWithoutALinkOrAnUnfilledPlace(NoticeKind kind) {
        for (PreferredLanguage language : PreferredLanguage.values()) {
            for (boolean self : new boolean[] {true, false}) {
                Letter letter = writer.write(Mails.notice(language, kind, self, "Banco de Exemplo"));

                assertThat(letter.subject()).isNotBlank().doesNotContain("{", "\n");
                assertThat(letter.text())
                        .contains(Mails.REFERENCE.toString(), "2837-0777 / 2837-0888", "Banco de Exemplo", "00:05")
                        .doesNotContain("{", "}", "http", "www.", Mails.ADDRESS);
            }
        }
    }

    @Test
    void tellsOnesOwnFromAChilds() {
        assertThat(writer.write(Mails.notice(PreferredLanguage.EN, NoticeKind.UNBOUND, true, null))
                        .text())
                .startsWith("Your e-ID was unbound")
                .contains("This is about: your e-ID");
        assertThat(writer.write(Mails.notice(PreferredLanguage.EN, NoticeKind.UNBOUND, false, null))
                        .text())
                .startsWith("A child's e-ID was unbound")
                .contains("This is about: a child's e-ID");
    }

    @Test
    void writesTheTimeInMacauNotInUtc() {
        assertThat(writer.write(Mails.bound(PreferredLanguage.EN)).text())
                .contains("24 November 2026, 00:05 (Macau time)");
        assertThat(writer.write(Mails.bound(PreferredLanguage.PT)).text())
                .contains("24 de novembro de 2026, 00:05 (hora de Macau)");
        assertThat(writer.write(Mails.bound(PreferredLanguage.ZH_HANT)).text()).contains("2026年11月24日 00:05（澳門時間）");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        DueMail.OfNotice bare = new DueMail.OfNotice(
                UUID.randomUUID(),
                Mails.ADDRESS,
                PreferredLanguage.EN,
                NoticeKind.TURNS_18_SOON,
                Mails.AT,
                false,
                null,
                null);

        assertThat(writer.write(bare).text()).doesNotContain("Reference", "Institution", "null");
    }

    @Test
    void makesAHostileInstitutionNameHarmless() {
        String hostile = "Bank\r\nBcc: all@evil.example\r\n\r\n<script>alert(1)</script> \u202Egpj.exe"
                + "\u2028https://evil.example/login www.evil.example";

        Letter letter =
                writer.write(Mails.notice(PreferredLanguage.EN, NoticeKind.FIRST_USE_BY_INSTITUTION, true, hostile));

        String line = letter.text()
                .lines()
                .filter(each -> each.startsWith("Institution: "))
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .startsWith(
                        "Institution: Bank Bcc: all @evil. example <script>alert(1)</script> gpj. exe https: //evil. example");
        assertThat(letter.subject()).isEqualTo("An institution verified an e-ID for the first time");
        assertThat(letter.text().lines().filter(each -> each.startsWith("Bcc"))).isEmpty();
        assertThat(line.length()).isLessThan(140);
    }

    @Test
    void quotesAReportForTheDeskInAllLanguages() {
        DueMail.OfReport report = new DueMail.OfReport(
                UUID.fromString("0198f0a0-0000-7000-8000-0000000000f1"),
                UUID.fromString("0198f0a0-0000-7000-8000-0000000000f2"),
                Mails.AT,
                "Banco de Exemplo",
                "我沒有去過。\r\n.\r\nSee http://evil.example\u0007\n" + "x".repeat(5000));

        Letter letter = writer.write(report);

        assertThat(letter.to()).isEqualTo("desk@example.mo");
        assertThat(letter.subject()).isEqualTo("舉報：非本人所為 / Comunicação: não fui eu / Report: this was not me");
        assertThat(letter.text())
                .contains("紀錄 / Registo / Record: 0198f0a0-0000-7000-8000-0000000000f2")
                .contains("> 我沒有去過。\n> .\n> See http: //evil. example\n> xxx")
                .contains("機構 / Instituição / Institution: Banco de Exemplo")
                .endsWith("…\n")
                .doesNotContain("\r", "\u0007");
        assertThat(letter.toString() + report).doesNotContain("evil", "Banco");
    }
}
