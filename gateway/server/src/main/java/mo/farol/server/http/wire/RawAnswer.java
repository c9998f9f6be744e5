package mo.farol.server.http.wire;

import java.nio.charset.StandardCharsets;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.Language;
import mo.farol.api.problem.Problem;
import mo.farol.api.problem.ProblemCode;

/** A whole HTTP/1.1 answer as bytes, for where there is no request to answer yet. */
final class RawAnswer {
    private RawAnswer() {}

    /** The last answer on its connection. */
    static byte[] of(Catalogue catalogue, ProblemCode code, String reasonPhrase) {
        return of(catalogue, code, reasonPhrase, Language.ZH_HANT, "connection: close\r\n");
    }

    /** Come back in a second; the connection stays. */
    static byte[] overloaded(Catalogue catalogue, Language language) {
        String more = "retry-after: 1\r\nvary: accept-language\r\n";
        return of(catalogue, ProblemCode.OVERLOADED, "Service Unavailable", language, more);
    }

    private static byte[] of(
            Catalogue catalogue, ProblemCode code, String reasonPhrase, Language language, String more) {
        byte[] body = WireJson.write(catalogue.problem(code, language, null));
        String head = "HTTP/1.1 " + code.status() + " " + reasonPhrase + "\r\n"
                + "content-type: " + Problem.MEDIA_TYPE + "\r\n"
                + "content-language: " + language.tag() + "\r\n"
                + "cache-control: no-store\r\n" + more
                + "content-length: " + body.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, answer, 0, headBytes.length);
        System.arraycopy(body, 0, answer, headBytes.length, body.length);
        return answer;
    }
}
