package mo.farol.core.accesslog.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
    @Test
    void readsTheAddressesOfTheSpecification() {
        assertThat(TilePath.parse("0/x001/x234/067")).contains(new TilePath(0, 1_234_067, 256));
        assertThat(TilePath.parse("63/000.p/1")).contains(new TilePath(63, 0, 1));
        assertThat(TilePath.parse("entries/x001/000.p/255")).contains(new TilePath(TilePath.ENTRIES, 1000, 255));
        assertThat(new TilePath(2, 999, 256).text()).isEqualTo("2/999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/0",
                "0/0000",
                "00/000",
                "64/000",
                "-1/000",
                "0/x000/001",
                "0/001/002",
                "0/x001",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000/",
                "0/../0/000",
                "0/x001/x001/x001/x001/x001/x001/000",
                "Entries/000"
            })
    void takesNoOtherSpelling(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void knowsHowWideATileIsInATree() {
        assertThat(new TileId(0, 273).widthIn(70_000)).isEqualTo(112);
        assertThat(new TileId(1, 1).widthIn(70_000)).isEqualTo(17);
        assertThat(new TileId(2, 0).widthIn(70_000)).isEqualTo(1);
        assertThat(new TileId(0, 274).widthIn(70_000)).isZero();
        assertThat(new TileId(8, 0).widthIn(Long.MAX_VALUE)).isZero();
    }
}
