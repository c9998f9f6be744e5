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

    static byte[] of(Catalogue catalogue, ProblemCode code, String reasonPhrase) {
        byte[] body = WireJson.write(catalogue.problem(code, Language.ZH_HANT, null));
        String head = "HTTP/1.1 " + code.status() + " " + reasonPhrase + "\r\n"
                + "content-type: " + Problem.MEDIA_TYPE + "\r\n"
                + "content-language: " + Language.ZH_HANT.tag() + "\r\n"
                + "cache-control: no-store\r\nconnection: close\r\n"
                + "content-length: " + body.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] answer = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, answer, 0, headBytes.length);
        System.arraycopy(body, 0, answer, headBytes.length, body.length);
        return answer;
    }
}
