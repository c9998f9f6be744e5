package mo.farol.demo.job;

import mo.farol.phone.http.ApiAnswer;

/** Plays expectations about answers of the resident, operator and kiosk APIs. */
final class Done {
    private Done() {}

    /** It was done. */
    static void expect(Narrator say, String what, ApiAnswer<?> answer) {
        say.expect(what, answer.given().isPresent(), said(answer));
    }

    /** It was refused, with exactly this problem. */
    static void refused(Narrator say, String what, ApiAnswer<?> answer, String code) {
        say.expect(what + ": " + code, said(answer).equals(code), said(answer));
    }

    private static String said(ApiAnswer<?> answer) {
        return answer.refusal().orElse("done");
    }
}
