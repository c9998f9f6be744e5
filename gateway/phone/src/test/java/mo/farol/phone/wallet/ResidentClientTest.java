package mo.farol.phone.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.log.RecordProof;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResidentClientTest {
    private static final UUID EID = UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f");
    private static final UUID BINDING = UUID.fromString("0b7c0f62-2222-4f0b-8d3f-5b6c7d8e9f00");
    private static final UUID RECORD = UUID.fromString("0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f");
    private static final String AT = "2026-11-24T10:15:30.123+08:00";

    private FakeApi api;
    private ResidentClient account;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        account = new ResidentClient(api.client("t"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsEidsWithAndWithoutABinding() throws Exception {
        api.on(
                "GET /resident/v1/e-ids",
                Told.json(
                        200,
                        "{'e_ids':[{'id':'" + EID + "','self':true,'minor':false,'multiple':false,'names':{},"
                                + "'card':{'status':'in_force','expires':'2031-04-30'},'guardians':[],'binding':"
                                + binding("active") + "},{'id':'" + RECORD
                                + "','self':false,'minor':true,'multiple':true,"
                                + "'names':{'surname_pt':'CHAN'},'card':{'status':'in_force'},'guardians':[{'id':'"
                                + EID
                                + "','kind':'parent','names':{},'multiple':false}]}]}"));
        List<SeenEid> eids = account.eids().orFail("e-IDs");
        assertThat(eids).hasSize(2);
        assertThat(eids.getFirst().binding()).isNotNull().satisfies(binding -> {
            assertThat(binding.isLive()).isTrue();
            assertThat(binding.lastUsed()).isNull();
        });
        assertThat(eids.getLast().binding()).isNull();
        assertThat(eids.getLast().guardians())
                .extracting(SeenEid.SeenGuardian::id)
                .containsExactly(EID);
        assertThat(eids.getLast().card().expires()).isNull();
    }

    @Test
    void suspendsWithAReasonAndResumesWithoutOne() throws Exception {
        String suspend = "POST /resident/v1/bindings/" + BINDING + "/suspend";
        String resume = "POST /resident/v1/bindings/" + BINDING + "/resume";
        api.on(suspend, Told.json(200, "{'receipt':" + receipt("suspended") + "}"))
                .on(resume, Told.json(200, "{'receipt':" + receipt("resumed") + "}"));
        assertThat(account.suspend(BINDING, "lost").orFail("suspending").act()).isEqualTo("suspended");
        assertThat(account.resume(BINDING).orFail("resuming").channel()).isEqualTo("dsi_web");
        assertThat(api.bodyOf(suspend).toString()).isEqualTo("{\"reason\":\"lost\"}");
        assertThat(api.bodyOf(resume).toString()).isEqualTo("{}");
    }

    @Test
    void unbindsTheSameRequestUnderTheSameKey() throws Exception {
        String unbind = "POST /resident/v1/bindings/" + BINDING + "/unbind";
        api.on(unbind, Told.json(200, "{'receipt':" + receipt("unbound") + "}").with("Idempotent-Replayed", "true"));
        ApiAnswer<Receipt> answer = account.act(BINDING, "unbind", null, "key-1");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        ApiAnswer.Given.class,
                        given -> assertThat(given.replayed()).isTrue());
        assertThat(api.asked.getFirst().key()).isEqualTo("key-1");
    }

    @Test
    void readsWhoReadWhatAPageAtATime() throws Exception {
        api.on(
                        "GET /resident/v1/access-records?limit=100",
                        Told.json(200, "{'access_records':[" + access() + "],'next':'" + RECORD + "'}"))
                .on(
                        "GET /resident/v1/access-records?limit=100&e_id=" + EID + "&after=" + RECORD,
                        Told.json(200, "{'access_records':[]}"));
        Page<AccessLine> first =
                account.accessRecords(Optional.empty(), Optional.empty()).orFail("records");
        assertThat(first.items()).singleElement().satisfies(line -> {
            assertThat(line.released()).containsExactly("surname_zh");
            assertThat(line.code()).isNull();
            assertThat(line.tries()).isEqualTo(1);
        });
        assertThat(first.next()).contains(RECORD);
        assertThat(account.accessRecords(Optional.of(EID), first.next()).orFail("records"))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void readsTheProofOfARecordWithWhatOpensItsSubject() throws Exception {
        api.on(
                "GET /resident/v1/access-records/" + RECORD + "/proof",
                Told.json(
                        200,
                        "{'id':'" + RECORD + "','record':'AAE','salt':'AA','leaf_hash':'AA','index':5,'path':['AA'],"
                                + "'checkpoint':'a','subject':{'salt':'" + EID + "','resident':1,'binding':2}}"));
        RecordProof proof = account.proof(RECORD).orFail("proof");
        assertThat(proof.index()).isEqualTo(5);
        assertThat(proof.subject()).isEqualTo(new RecordProof.Subject(EID, 1, 2));
    }

    @Test
    void readsEventsAndNoticesAndMarksOneAsRead() throws Exception {
        api.on(
                        "GET /resident/v1/events?limit=100",
                        Told.json(
                                200,
                                "{'events':[{'id':'" + RECORD + "','at':'" + AT
                                        + "','act':'bound','channel':'app','e_id':'" + EID
                                        + "','refused':'face_not_matched','by':{'who':'you'}}]}"))
                .on(
                        "GET /resident/v1/notices?limit=100",
                        Told.json(
                                200,
                                "{'notices':[{'id':'" + RECORD + "','kind':'unbound','at':'" + AT + "','e_id':'" + EID
                                        + "','self':true}]}"))
                .on("POST /resident/v1/notices/" + RECORD + "/read", Told.json(200, "{'notice':'" + RECORD + "'}"));
        assertThat(account.events(Optional.empty(), Optional.empty())
                        .orFail("events")
                        .items())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.refused()).isEqualTo("face_not_matched");
                    assertThat(event.by().who()).isEqualTo("you");
                });
        assertThat(account.notices(Optional.empty()).orFail("notices").items())
                .singleElement()
                .satisfies(notice -> assertThat(notice.readAt()).isNull());
        assertThat(account.markRead(RECORD).orFail("reading")).isEqualTo(RECORD);
    }

    @Test
    void reportsAnAccessRecord() throws Exception {
        api.on("POST /resident/v1/reports", Told.json(201, "{'report':'" + EID + "','first':true}"));
        assertThat(account.report(RECORD, "not me").orFail("reporting").first()).isTrue();
        assertThat(api.bodyOf("POST /resident/v1/reports").path("access_record").asText())
                .isEqualTo(RECORD.toString());
    }

    private static String binding(String status) {
        return "{'id':'" + BINDING + "','status':'" + status + "','phone':{'name':'a','model':'b'},'way':'face',"
                + "'key_level':'strong_box','bound_at':'" + AT + "'}";
    }

    private static String receipt(String act) {
        return "{'id':'" + RECORD + "','at':'" + AT + "','act':'" + act + "','channel':'dsi_web','e_id':'" + EID + "'}";
    }

    private static String access() {
        return "{'id':'" + RECORD + "','e_id':'" + EID + "','kind':'verification','at':'" + AT
                + "','institution':'A public counter','terminal':'counter-1','purpose':'counter.identity',"
                + "'requested':['surname_zh','photo'],'released':['surname_zh'],'outcome':'verified','tries':1,"
                + "'policy_version':3,'leaf_hash':'x'}";
    }
}
