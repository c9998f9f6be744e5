package mo.farol.demo.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mo.farol.demo.cast.Invented;
import mo.farol.demo.standin.MailSink;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.wallet.AccessLine;
import mo.farol.phone.wallet.EventLine;
import mo.farol.phone.wallet.NoticeLine;
import mo.farol.phone.wallet.ResidentClient;

/** Who read what, what was done, and what people were told, in their notices and by mail. */
final class WhatResidentsSee implements Act {
    private static final int READ = 1;
    private static final int BOUND_ANEW = 7;
    private static final Duration MAIL_WITHIN = Duration.ofSeconds(20);

    @Override
    public String title() {
        return "What residents see and are told";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        whoReadWhat(stage.account(READ, SignInClient.ONE_ACCOUNT_WEB, false), say);
        ResidentClient account = stage.account(BOUND_ANEW, SignInClient.ONE_ACCOUNT_WEB, false);
        List<EventLine> events = account.events(Optional.empty(), Optional.empty())
                .orFail("events")
                .items();
        say.expect(
                "the resident with the new phone sees that a wrong face was refused",
                events.stream().anyMatch(event -> "face_not_matched".equals(event.refused())),
                events.size() + " events");
        List<NoticeLine> notices =
                account.notices(Optional.empty()).orFail("notices").items();
        Optional<NoticeLine> unread = notices.stream()
                .filter(notice -> notice.kind().equals("bound") && notice.readAt() == null)
                .findFirst();
        say.expect("and has an unread notice that a phone was bound", unread.isPresent(), notices.size() + " notices");
        if (unread.isPresent()) {
            Done.expect(
                    say,
                    "which can be marked as read",
                    account.markRead(unread.get().id()));
        }
        mail(stage, say);
    }

    private static void whoReadWhat(ResidentClient account, Narrator say) throws Exception {
        List<AccessLine> records = account.accessRecords(Optional.empty(), Optional.empty())
                .orFail("access records")
                .items();
        Optional<AccessLine> counter = records.stream()
                .filter(record -> record.terminal().equals("counter-1")
                        && record.outcome().equals("verified"))
                .findFirst();
        say.expect(
                "the first resident sees who read which fields",
                counter.filter(record -> record.released().contains("photo")
                                && !record.released().contains("sex"))
                        .isPresent(),
                records.size() + " records");
        say.expect(
                "and that the same code was refused when it was shown again",
                records.stream().anyMatch(record -> "already_used".equals(record.code())),
                records.size() + " records");
        if (counter.isEmpty()) {
            return;
        }
        AccessLine record = counter.get();
        say.note(record.institution() + ", " + record.purpose() + ", " + record.released());
        Done.expect(say, "\"this was not me\"", account.report(record.id(), "I was at home."));
    }

    private static void mail(Stage stage, Narrator say) throws InterruptedException {
        Optional<MailSink.Mail> told =
                stage.mail().await(mail -> mail.to().equals(Invented.email(BOUND_ANEW)), MAIL_WITHIN);
        say.expect("a mail told the resident with the new phone", told.isPresent(), "no mail");
        told.ifPresent(mail -> {
            say.note("subject: " + mail.subject());
            say.expect(
                    "it has no link, and no more than needed",
                    Stream.of(
                                    "http:",
                                    "https:",
                                    "www.",
                                    stage.member(BOUND_ANEW).idNumber())
                            .noneMatch(mail.text()::contains),
                    "a link or a number");
        });
        Optional<MailSink.Mail> desk = stage.mail().await(mail -> mail.to().equals("desk@example.mo"), MAIL_WITHIN);
        say.expect("a mail told the desk of the report", desk.isPresent(), "no mail");
    }
}
