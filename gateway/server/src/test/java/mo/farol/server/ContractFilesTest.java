package mo.farol.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mo.farol.api.ApiFile;
import mo.farol.api.problem.Fault;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.CardEventKind;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.OperatorActKind;
import mo.farol.server.eid.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the OpenAPI files themselves, beside the code that they describe. */
class ContractFilesTest {
    @Test
    void nameEveryProblemOfTheCatalogueBetweenThem() throws IOException {
        Set<String> named = new TreeSet<>();
        for (ApiFile file : ApiFile.values()) {
            named.addAll(new Contract(file).enumOf("ProblemCode"));
        }

        assertThat(named).isEqualTo(labels(ProblemCode.values()));
        assertThat(labels(BindingRefusal.values())).isSubsetOf(named);
    }

    @ParameterizedTest
    @EnumSource(ApiFile.class)
    void nameTheirOwnProblemsAndFaults(ApiFile file) throws IOException {
        Contract contract = new Contract(file);
        Set<String> codes = contract.enumOf("ProblemCode");

        contract.document
                .path("x-common-problems")
                .forEach(code -> assertThat(codes).contains(code.asText()));
        contract.documentedProblems()
                .forEach(name -> assertThat(codes).contains(name.substring(name.lastIndexOf(' ') + 1)));
        assertThat(contract.enumOf("Fault")).isEqualTo(labels(Fault.values()));
    }

    /** The status of each problem that an operation names is one of its documented answers. */
    @ParameterizedTest
    @EnumSource(ApiFile.class)
    void documentTheStatusOfEveryProblemThatAnOperationNames(ApiFile file) throws IOException {
        Contract contract = new Contract(file);

        for (String name : contract.documentedProblems()) {
            int space = name.lastIndexOf(' ');
            ProblemCode code = ProblemCode.valueOf(name.substring(space + 1).toUpperCase(java.util.Locale.ROOT));
            assertThat(contract.documented()).contains(name.substring(0, space) + " " + code.status());
        }
    }

    @ParameterizedTest
    @EnumSource(ApiFile.class)
    void holdTheirOwnExamplesToTheirSchemas(ApiFile file) throws IOException {
        Contract contract = new Contract(file);
        int examples = 0;
        for (JsonNode content : contract.document.findValues("content")) {
            for (JsonNode media : content) {
                for (JsonNode example : media.path("examples")) {
                    contract.valid(media.path("schema"), example.path("value"));
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    @Test
    void speakOfBindingsAsTheCodeDoes() throws IOException {
        for (ApiFile file : new ApiFile[] {ApiFile.RESIDENT, ApiFile.OPERATOR}) {
            Contract contract = new Contract(file);
            assertThat(contract.enumOf("Channel")).isEqualTo(labels(Channel.values()));
            assertThat(contract.enumOf("Act")).isEqualTo(labels(EventKind.values()));
            assertThat(values(contract, "Binding", "status")).isEqualTo(labels(BindingStatus.values()));
            assertThat(values(contract, "Binding", "way")).isEqualTo(labels(BindingWay.values()));
            assertThat(values(contract, "Binding", "key_level")).isEqualTo(labels(KeyLevel.values()));
            assertThat(values(contract, "Card", "status")).isEqualTo(labels(CardStatus.values()));
            assertThat(values(contract, "Guardian", "kind")).isEqualTo(labels(GuardianKind.values()));
        }
    }

    @Test
    void speakOfRecordsNoticesAndEventsAsTheCodeDoes() throws IOException {
        Contract resident = new Contract(ApiFile.RESIDENT);
        Contract operator = new Contract(ApiFile.OPERATOR);
        Set<String> fields =
                Arrays.stream(Field.values()).map(Field::wireName).collect(Collectors.toCollection(TreeSet::new));

        assertThat(resident.enumOf("FieldName")).isEqualTo(fields);
        assertThat(values(resident, "AccessRecord", "kind")).isEqualTo(labels(RecordKind.values()));
        assertThat(values(resident, "Notice", "kind")).isEqualTo(labels(NoticeKind.values()));
        assertThat(values(operator, "OperatorAct", "act")).isEqualTo(labels(OperatorActKind.values()));
        assertThat(values(operator, "CardEventRequest", "kind")).isEqualTo(labels(CardEventKind.values()));
        fields.remove(Field.HANDLE.wireName());
        assertThat(operator.enumOf("FieldName")).isEqualTo(fields);
    }

    private static Set<String> values(Contract contract, String schema, String property) {
        Set<String> values = new TreeSet<>();
        contract.document
                .at("/components/schemas/" + schema + "/properties/" + property + "/enum")
                .forEach(value -> values.add(value.asText()));
        return values;
    }

    private static Set<String> labels(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::label).collect(Collectors.toCollection(TreeSet::new));
    }
}
