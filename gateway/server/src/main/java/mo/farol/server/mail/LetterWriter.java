package mo.farol.server.mail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.core.notice.DueMail;
import mo.farol.core.notice.PreferredLanguage;

/**
 * Writes mails: what happened, when in Macau, the reference, whose e-ID in one word, the institution where there is one,
 * what to do and the help line. No name, no number, no link.
 */
final class LetterWriter {
    private final Map<PreferredLanguage, MailTexts> texts = new EnumMap<>(PreferredLanguage.class);
    private final String helpLine;
    private final String reportDesk;

    /** @param reportDesk the address that gets residents' reports */
    LetterWriter(String helpLine, String reportDesk) {
        this.helpLine = helpLine;
        this.reportDesk = reportDesk;
        for (PreferredLanguage language : PreferredLanguage.values()) {
            texts.put(language, MailTexts.in(language));
        }
    }

    Letter write(DueMail mail) {
        return switch (mail) {
            case DueMail.OfNotice notice -> notice(notice);
            case DueMail.OfReport report -> report(report);
        };
    }

    private Letter notice(DueMail.OfNotice notice) {
        MailTexts in = in(notice.language());
        List<String> lines = new ArrayList<>();
        lines.add(in.what(notice.kind(), notice.self()));
        lines.add("");
        lines.add(in.entry("label.when") + ": " + in.time(notice.at()));
        if (notice.reference() != null) {
            lines.add(in.entry("label.reference") + ": " + notice.reference());
        }
        lines.add(in.entry("label.concerns") + ": " + in.concerns(notice.self()));
        if (notice.institution() != null) {
            lines.add(in.entry("label.institution") + ": " + PlainText.line(notice.institution()));
        }
        lines.add("");
        lines.add(in.next(notice.kind()));
        lines.add("");
        lines.add(in.entry("label.help") + ": " + helpLine);
        lines.add("");
        lines.add(in.entry("footer"));
        return new Letter(notice.id(), notice.address(), in.tag(), in.subject(notice.kind()), text(lines));
    }

    /** For the desk, whose staff read different languages: every label in all of them. */
    private Letter report(DueMail.OfReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(inAll("report.what", "\n"));
        lines.add("");
        lines.add(inAll("label.when", " / ") + ": " + in(PreferredLanguage.EN).time(report.at()));
        lines.add(inAll("label.reference", " / ") + ": " + report.id());
        lines.add(inAll("report.record", " / ") + ": " + report.record());
        lines.add(inAll("label.institution", " / ") + ": " + PlainText.line(report.institution()));
        lines.add("");
        lines.add(inAll("report.said", " / ") + ":");
        lines.add(PlainText.quoted(report.text()));
        String tags = texts.values().stream().map(MailTexts::tag).collect(Collectors.joining(", "));
        return new Letter(report.id(), reportDesk, tags, inAll("report.subject", " / "), text(lines));
    }

    private String inAll(String key, String between) {
        Function<MailTexts, String> entry = in -> in.entry(key);
        return texts.values().stream().map(entry).collect(Collectors.joining(between));
    }

    private MailTexts in(PreferredLanguage language) {
        return java.util.Objects.requireNonNull(texts.get(language));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
